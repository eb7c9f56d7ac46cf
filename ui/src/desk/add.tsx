import { useRef, useState } from "preact/hooks";
import { counted } from "../parts/numbers";
import { workLink } from "../state/route";
import { ByHand } from "./by-hand";
import { useCell } from "./cell";
import { useWork } from "./context";
import { directionOf, shown } from "./figures";
import type { Job, PageJob } from "./types";

/** Pages by file, paste or address, with how far each is; and claims that stand on no page. */
export function Add() {
  const { session } = useWork();
  const jobs = useCell(session.jobs);
  /** Whether the server took it. */
  const start = async (job: Promise<Job>): Promise<boolean> => {
    try {
      const one = await job;
      session.jobs.set([one, ...session.jobs.value.filter(({ id }) => id !== one.id)]);
      return true;
    } catch (error) {
      session.fail(error);
      return false;
    }
  };
  return (
    <section aria-labelledby="add-heading">
      <h2 id="add-heading">Add pages</h2>
      <div class="add-ways">
        <Drop onFiles={(files) => void start(session.api.send<Job>("/pages/files", "files", files))} />
        <Addresses onUrls={(urls) => start(session.api.post<Job>("/pages/urls", { urls }))} />
        <Paste onText={(body) => start(session.api.post<Job>("/pages/text", body))} />
      </div>
      {jobs.length > 0 && <Jobs jobs={jobs} />}
      <ByHand />
    </section>
  );
}

function Drop({ onFiles }: { onFiles: (files: File[]) => void }) {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const take = (list: FileList | null | undefined) => {
    if (list && list.length > 0) onFiles([...list]);
  };
  return (
    <div
      class={`way drop${over ? " over" : ""}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer?.files);
      }}
    >
      <h3>Files</h3>
      <p class="soft">Drop files here, or choose them: saved pages, PDF, mail, feeds, exports of chats, archives.</p>
      <label class="file-choice">
        <span class="offscreen">Choose files</span>
        <input
          type="file"
          multiple
          ref={input}
          onChange={(event) => {
            take(event.currentTarget.files);
            event.currentTarget.value = "";
          }}
        />
      </label>
    </div>
  );
}

function Addresses({ onUrls }: { onUrls: (urls: string[]) => Promise<boolean> }) {
  const [text, setText] = useState("");
  const urls = text.split(/\s+/).filter(Boolean);
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        if (urls.length > 0) void onUrls(urls).then((taken) => taken && setText(""));
      }}
    >
      <h3>Addresses</h3>
      <label class="field stretch">
        <span>One in a line; they are fetched by this program</span>
        <textarea rows={4} value={text} placeholder="https://…" onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <button type="submit" class="plain" disabled={urls.length === 0}>
        Fetch {urls.length > 1 ? counted(urls.length, "page") : "page"}
      </button>
    </form>
  );
}

function Paste({ onText }: { onText: (body: { text: string; name?: string; url?: string }) => Promise<boolean> }) {
  const [text, setText] = useState("");
  const [name, setName] = useState("");
  return (
    <form
      class="way"
      onSubmit={(event) => {
        event.preventDefault();
        const given = name.trim();
        const called = /^https?:\/\//.test(given) ? { url: given } : given ? { name: given } : {};
        void onText({ text, ...called }).then((taken) => taken && setText(""));
      }}
    >
      <h3>Text</h3>
      <label class="field stretch">
        <span>Text of a page</span>
        <textarea rows={4} value={text} dir={directionOf(text)} onInput={(event) => setText(event.currentTarget.value)} />
      </label>
      <label class="field stretch">
        <span>Its name or address</span>
        <input type="text" value={name} dir="auto" onInput={(event) => setName(event.currentTarget.value)} />
      </label>
      <button type="submit" class="plain" disabled={!text.trim()}>
        Add text
      </button>
    </form>
  );
}

const STATES: Record<PageJob["state"], string> = { waiting: "waits", reading: "is read …", done: "read", failed: "failed" };

function Jobs({ jobs }: { jobs: Job[] }) {
  const pages = jobs.flatMap(({ id, pages }) => pages.map((page, at) => ({ ...page, key: `${id} ${at}` })));
  const done = pages.filter(({ state }) => state === "done" || state === "failed").length;
  return (
    <section aria-labelledby="jobs-heading">
      <h3 id="jobs-heading">On their way in</h3>
      <label class="soft jobs-sum">
        <span aria-live="polite">
          {done} of {counted(pages.length, "page")} read
        </span>{" "}
        <progress max={pages.length} value={done} />
      </label>
      <ul class="jobs">
        {pages.map((page) => (
          <Page key={page.key} page={page} />
        ))}
      </ul>
    </section>
  );
}

function Page({ page }: { page: PageJob }) {
  return (
    <li class={`job s-${page.state}`}>
      <p>
        <bdi>{shown(page.name)}</bdi> <span class={`chip ${page.state === "failed" ? "c-reject" : page.state === "done" ? "c-accept" : ""}`}>{STATES[page.state]}</span>
        {page.state === "done" && (
          <>
            {" "}
            {counted(page.claims ?? 0, "claim")}, {counted(page.refusals ?? 0, "number")} not taken
            {page.document && (
              <>
                {" · "}
                <a href={workLink("pages", page.document)}>Open</a>
              </>
            )}
          </>
        )}
      </p>
      {page.state === "failed" && (
        <p class="wrong">
          {shown([page.what, page.why].filter(Boolean).join(": "))} <span class="soft">{shown(page.hint)}</span>
        </p>
      )}
    </li>
  );
}
