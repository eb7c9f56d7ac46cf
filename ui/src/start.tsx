import "./app.css";
import { BookIndex } from "./data/book-index";
import { EmbeddedSource, FetchedSource, type Source } from "./data/source";
import { listenToKeys, remembered } from "./state/keys";
import { followAddress, read, type Current } from "./state/route";
import { Store } from "./state/store";

/** A page with its book read and its address followed, before anything is drawn. */
export interface Begun {
  current: Current;
  store: Store;
  source: Source;
}

/** Makes the page live: its own sections give way to the views, until one of them is asked for. */
export function begin(show: (begun: Begun, root: HTMLElement) => void): void {
  start(show).catch((error: unknown) => {
    document.documentElement.className = "";
    console.error(error);
  });
}

async function start(show: (begun: Begun, root: HTMLElement) => void): Promise<void> {
  const root = document.getElementById("live");
  if (!root) return;
  const address = root.dataset["source"];
  const source = address === undefined ? new EmbeddedSource(document) : new FetchedSource(address);
  const current: Current = { index: new BookIndex(await source.book()) };
  const blank = { view: "overview", series: 0, selected: null, denial: null, target: null, letters: remembered(), scope: {} } as const;
  const store = new Store({ ...blank, ...read(location.hash.slice(1), current.index, null) });
  followAddress(store, current);
  listenToKeys(store, current);
  show({ current, store, source }, root);
  performance.mark("ready");
  document.documentElement.dataset["ready"] = "";
}
