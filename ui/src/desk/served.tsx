import { render } from "preact";
import { useMemo } from "preact/hooks";
import { App } from "../app";
import { DeskContext, type Slots } from "../parts/context";
import { begin, type Begun } from "../start";
import { Add } from "./add";
import { Api } from "./api";
import { Bar } from "./bar";
import { useCell } from "./cell";
import { ClaimSlot } from "./claim-slot";
import { Claims } from "./claims";
import { WorkContext, type Work } from "./context";
import { FindingTools } from "./finding-tools";
import { History } from "./history";
import { LiveBook } from "./live";
import { Pages } from "./pages";
import { Queue } from "./queue";
import { Review } from "./review";
import { SeriesTools } from "./series-tools";
import { Session } from "./session";
import { Grades } from "./sources";
import "./desk.css";

const VIEWS = { review: Review, claims: Claims, pages: Pages, add: Add, grades: Grades, history: History };
const SLOTS: Slots = { claim: ClaimSlot, series: SeriesTools, finding: FindingTools };

function Served({ begun, live, work }: { begun: Begun; live: LiveBook; work: Work }) {
  const index = useCell(live.index);
  begun.current.index = index;
  const desk = useMemo(() => ({ index, store: begun.store, source: begun.source, slots: SLOTS }), [index]);
  return (
    <WorkContext.Provider value={work}>
      <DeskContext.Provider value={desk}>
        <App work={VIEWS} />
      </DeskContext.Provider>
    </WorkContext.Provider>
  );
}

/** The report over a server, with the desk on which the book is worked on. */
function show(begun: Begun, root: HTMLElement): void {
  const base = root.dataset["source"] ?? "/api/v1";
  const session = new Session(new Api(base));
  const live = new LiveBook(begun.current.index, base, begun.store, session);
  const work: Work = { session, queue: new Queue(session), asOf: live.asOf };
  const bar = document.createElement("div");
  bar.id = "desk";
  document.querySelector(".skip")?.after(bar);
  render(
    <WorkContext.Provider value={work}>
      <Bar store={begun.store} />
    </WorkContext.Provider>,
    bar,
  );
  render(<Served begun={begun} live={live} work={work} />, root);
  live.follow();
  void work.queue.load();
}

begin(show);
