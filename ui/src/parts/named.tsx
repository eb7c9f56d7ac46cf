import { useDesk } from "./context";

/** Whoever is named, with the grade that the user gives the source, where there is one. */
export function Named({ name, soft = false }: { name: string; soft?: boolean }) {
  const { index } = useDesk();
  const graded = index.grade(name);
  return (
    <>
      <bdi class={soft ? "soft" : undefined}>{name}</bdi>
      {graded && (
        <span class="grade" title={`Graded ${graded.grade}: ${graded.words}`}>
          <span class="offscreen">graded </span>
          {graded.grade}
        </span>
      )}
    </>
  );
}
