import { render } from "preact";
import { App } from "./app";
import { DeskContext } from "./parts/context";
import { begin } from "./start";

begin(({ current, store, source }, root) =>
  render(
    <DeskContext.Provider value={{ index: current.index, store, source }}>
      <App />
    </DeskContext.Provider>,
    root,
  ),
);
