import { Named } from "./named";
import type { Claim, Document } from "../data/types";

/** From who first says it to where we read it, step by step. */
export function Chain({ claim, document }: { claim: Claim; document: Document }) {
  const steps: [role: string, name: string][] = [["says", claim.who]];
  for (const relay of claim.relays) if (relay !== document.outlet) steps.push(["passed on by", relay]);
  if (claim.who !== document.outlet) steps.push(["read in", document.outlet]);
  return (
    <>
      <ol class="route-steps">
        {steps.map(([role, name]) => (
          <li>
            <span class="soft">{role}</span> <Named name={name} />
          </li>
        ))}
      </ol>
      {claim.who === document.outlet && <p class="soft small">No source named: the outlet answers for it.</p>}
    </>
  );
}
