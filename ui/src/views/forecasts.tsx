import type { Forecast } from "../data/types";
import { ClaimLink, Tag } from "../parts/claim-link";
import { useDesk } from "../parts/context";
import { Named } from "../parts/named";

const OUTCOMES: [Forecast["outcome"], string, string][] = [
  ["missed", "Missed", "What came later does not reach it, or goes beyond it."],
  ["reached", "Reached", "Later numbers of the same scope bear it out."],
  ["open", "Open", "Its day is still to come, or is not known."],
  ["unsettled", "Unsettled", "Its day has passed, and nothing here measures it."],
  ["withdrawn", "Withdrawn", "Whoever made it took it back."],
];

/** What was planned, expected or projected, by what became of it; a reason that all of one outcome share is said once. */
export function Forecasts() {
  const { index } = useDesk();
  const { forecasts } = index.book;
  return (
    <section aria-labelledby="forecasts-heading">
      <h2 id="forecasts-heading">Forecasts</h2>
      <p class="soft intro">
        What was planned, expected or projected, and what became of it. Whether a day has passed is judged by the latest page
        here, not by today's date.
      </p>
      {forecasts.length === 0 && <p>No page here says anything about later.</p>}
      <div class="outcomes">
        {OUTCOMES.map(([outcome, title, meaning]) => {
          const found = forecasts.filter((one) => one.outcome === outcome);
          if (found.length === 0) return null;
          const shared = found.length > 1 && found.every(({ why }) => why === found[0]?.why) ? found[0]?.why : null;
          return (
            <section class={`outcome outcome-${outcome}`}>
              <div>
                <h3>
                  {title} <span class="count">{found.length}</span>
                </h3>
                <p class="soft small">{meaning}</p>
                {shared && (
                  <p class="small" dir="auto">
                    {shared}
                  </p>
                )}
              </div>
              <ol>
                {found.map((forecast) => (
                  <One key={forecast.id} forecast={forecast} why={forecast.why === shared ? "" : forecast.why} />
                ))}
              </ol>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function One({ forecast, why }: { forecast: Forecast; why: string }) {
  const { index } = useDesk();
  const [row = 0, ...repeats] = forecast.claims;
  const claim = index.claim(row);
  return (
    <li class={`forecast tone-${claim.modality}`} data-at={forecast.id}>
      <p>
        <a class="number" href={`#${claim.id}`}>
          <bdi>{claim.said}</bdi>
        </a>{" "}
        <Tag modality={claim.modality} />
      </p>
      <p class="small">
        <Named name={claim.who} />
        {forecast.due && <span class="soft"> · for {forecast.due}</span>}
        {repeats.length > 0 && <span class="soft"> · told {repeats.length + 1} times</span>}
      </p>
      {forecast.condition && (
        <p class="small" dir="auto">
          On a condition: “{forecast.condition}”
        </p>
      )}
      {(why || forecast.pace) && (
        <p class="small" dir="auto">
          {why} {forecast.pace}
        </p>
      )}
      {forecast.supersededBy !== null && (
        <p class="small">
          Later superseded by <ClaimLink row={forecast.supersededBy} full />
        </p>
      )}
      {forecast.settledBy.length > 0 && (
        <p class="small">
          Settled by{" "}
          {forecast.settledBy.slice(0, 4).map((settling, n) => (
            <>
              {n > 0 && "; "}
              <ClaimLink row={settling} />
            </>
          ))}
        </p>
      )}
    </li>
  );
}
