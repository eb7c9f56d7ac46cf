import { useDesk } from "./context";
import { Named } from "./named";

/** A claim by its number and who says it; opens its evidence. */
export function ClaimLink({ row, full = false }: { row: number; full?: boolean }) {
  const { index } = useDesk();
  const claim = index.claim(row);
  return (
    <span class={`told tone-${claim.modality}`}>
      <a href={`#${claim.id}`}>{full ? claim.said : claim.value}</a> <Named name={claim.who} soft />
    </span>
  );
}

/** A word on how the number stands, where it is not simply reported. */
export function Tag({ modality }: { modality: string }) {
  return modality === "reported" ? null : <span class={`tag tone-${modality}`}>{modality}</span>;
}
