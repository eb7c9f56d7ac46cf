import type { Estimate, Series } from "../data/types";
import { ClaimLink } from "./claim-link";
import { Fact } from "./facts";

/** Why this number: what was used, what was left out and why, and what the figure hangs on. */
export function Why({ series }: { series: Series }) {
  const [latest, ...earlier] = [...series.estimates].reverse();
  if (!latest) return null;
  return (
    <details class="why-box">
      <summary>Why this number</summary>
      <Reasons estimate={latest} />
      {series.assumed.length > 0 && (
        <ul class="lines soft">
          {series.assumed.map((sentence) => (
            <li>{sentence}</li>
          ))}
        </ul>
      )}
      {latest.policies.length > 0 && <Policies estimate={latest} />}
      {earlier.length > 0 && (
        <details>
          <summary>Earlier estimates</summary>
          <ul class="lines">
            {earlier.map((estimate) => (
              <li>
                <b>{estimate.moment}</b> {estimate.figure} <span class="soft">allowed {estimate.range}</span> {estimate.why}
              </li>
            ))}
          </ul>
        </details>
      )}
    </details>
  );
}

function Reasons({ estimate }: { estimate: Estimate }) {
  const { pivot } = estimate;
  return (
    <dl class="about">
      <Fact name="Figure">
        {estimate.figure}; the evidence allows {estimate.range}. Method “{estimate.method}”, from {estimate.basis}. {estimate.why}
      </Fact>
      {estimate.claimedBy && <Fact name="Claimed by">{estimate.claimedBy} alone</Fact>}
      {estimate.likelihood && <Fact name="How sure">{estimate.likelihood}</Fact>}
      {pivot && (
        <Fact name="Hangs most on">
          <ClaimLink row={pivot.claim} />; without it{" "}
          {pivot.without ? `the best value would be ${pivot.without}` : "there is no best value"}
        </Fact>
      )}
      {estimate.applied.map((choice) => (
        <Fact name="Applied">{choice}</Fact>
      ))}
      {estimate.used.length > 0 && (
        <Fact name={`Used (${estimate.used.length})`}>
          <ul class="lines">
            {estimate.used.slice(0, 40).map((row) => (
              <li>
                <ClaimLink row={row} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {estimate.leftOut.length > 0 && (
        <Fact name={`Left out (${estimate.leftOut.length})`}>
          <ul class="lines">
            {estimate.leftOut.slice(0, 40).map(({ claim, why, by }) => (
              <li>
                <ClaimLink row={claim} />: {why}
                {by !== null && (
                  <>
                    , <ClaimLink row={by} />
                  </>
                )}
              </li>
            ))}
          </ul>
        </Fact>
      )}
    </dl>
  );
}

/** What each policy makes of the same claims, side by side. */
function Policies({ estimate }: { estimate: Estimate }) {
  return (
    <div class="wide" tabIndex={0} role="group" aria-label="Table: what each policy makes of these claims">
      <table class="policies">
        <caption>What each policy makes of the same claims</caption>
        <thead>
          <tr>
            <th scope="col">Policy</th>
            <th scope="col">Best</th>
            <th scope="col">Range</th>
            <th scope="col">Why</th>
          </tr>
        </thead>
        <tbody>
          {estimate.policies.map(({ name, best, range, why }) => (
            <tr class={name === estimate.policy ? "chosen-policy" : undefined}>
              <th scope="row">{name}</th>
              <td>{best}</td>
              <td>{range}</td>
              <td>{why}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
