import "./app.css";
import { render } from "preact";
import { App } from "./app";
import { BookIndex } from "./data/book-index";
import { EmbeddedSource, FetchedSource } from "./data/source";
import { DeskContext } from "./parts/context";
import { listenToKeys, remembered } from "./state/keys";
import { followAddress, read } from "./state/route";
import { Store } from "./state/store";

/** Makes the page live: its own sections give way to the views, until one of them is asked for. */
async function start(): Promise<void> {
  const root = document.getElementById("live");
  if (!root) return;
  const address = root.dataset["source"];
  const source = address === undefined ? new EmbeddedSource(document) : new FetchedSource(address);
  const index = new BookIndex(await source.book());
  const blank = { view: "overview", series: 0, selected: null, target: null, letters: remembered() } as const;
  const store = new Store({ ...blank, ...read(location.hash.slice(1), index, null) });
  followAddress(store, index);
  listenToKeys(store, index);
  render(
    <DeskContext.Provider value={{ index, store, source }}>
      <App />
    </DeskContext.Provider>,
    root,
  );
  performance.mark("ready");
  document.documentElement.dataset["ready"] = "";
}

start().catch((error: unknown) => {
  document.documentElement.className = "";
  console.error(error);
});
