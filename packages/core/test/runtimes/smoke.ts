import {
  collect,
  download,
  openFile,
  operation,
  pageNumber,
  paginate,
  putFile,
  unwrap,
  type CallOptions,
  type DownloadedFile,
  type OptionalPagedOperation,
} from "@labelwire/core";
import { createAcmeClient, getPet, type AcmeClient, type Pet } from "../acme.ts";

/** Where the smoke finds its servers. */
export interface SmokePlace {
  /** The origin of the platform. */
  readonly home: string;
  /** An origin that must be told nothing, but is downloaded from. */
  readonly elsewhere: string;
  /** A folder for files; undefined where the runtime has none. */
  readonly folder?: string;
}

/** One thing that has to work in every runtime. It throws where it does not. */
export interface SmokeCheck {
  readonly name: string;
  readonly run: (place: SmokePlace) => Promise<void>;
}

const listPets: OptionalPagedOperation<"acme", CallOptions, unknown, Pet> = operation(
  "listPets",
  "get",
  "/pets",
  "json",
  {
    page: pageNumber({ items: ["pets"], total: ["total"], page: "page", defaultSize: 1 }),
  },
);

let runs = 0;
/** A client whose scope the server tells runs apart by. */
function newClient({ home }: SmokePlace): AcmeClient {
  runs += 1;
  return createAcmeClient({ baseUrl: home, organization: `run-${runs}-${Math.random()}` });
}

const petOf = (client: AcmeClient, id: number, options: CallOptions = {}): Promise<Pet> =>
  unwrap(getPet(client, { params: { path: { id } }, ...options }));

const exported = (place: SmokePlace): Promise<DownloadedFile> => {
  const client = newClient(place);
  return download((request) => client.fetch("/export", request), { operation: "exportPets", random: () => 0 });
};

/** Without a dependency, so that it runs unbundled in any runtime. */
export const smokeChecks: readonly SmokeCheck[] = [
  {
    name: "a list is read page by page, retried after a 429",
    run: async (place) => {
      const pets = await collect(paginate(newClient(place), listPets));
      equal(
        pets.map(({ id }) => id),
        [1, 2, 3],
      );
    },
  },
  {
    name: "errors are typed",
    run: async (place) => {
      const client = newClient(place);
      await rejects(petOf(client, 1), {
        name: "ApiError",
        status: 404,
        code: 7,
        requestId: "r-1",
        operation: "getPet",
      });
      await rejects(petOf(client, 2), { name: "DecodeError", status: 200, mediaType: "text/html" });
      const nowhere = createAcmeClient({ baseUrl: "http://127.0.0.1:9", retry: false });
      await rejects(petOf(nowhere, 1), { name: "NetworkError", operation: "getPet" });
    },
  },
  {
    name: "deadlines and aborts end a call",
    run: async (place) => {
      const client = newClient(place);
      await rejects(petOf(client, 3, { timeoutMs: 100 }), { name: "TimeoutError", phase: "total" });
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error("enough")), 50);
      await rejects(petOf(client, 3, { signal: controller.signal }), { message: "enough" });
    },
  },
  {
    name: "a redirect to another origin is refused, and tells it nothing",
    run: async (place) => {
      const client = newClient(place);
      await rejects(client.fetch("/moved"), { name: "NetworkError", code: "ERR_REDIRECT" });
      equal(await (await fetch(`${place.elsewhere}/told`)).json(), []);
    },
  },
  {
    name: "a download that breaks is resumed, and its name made safe",
    run: async (place) => {
      const file = await exported(place);
      equal(file.name, "pets.zip");
      equal(await sha256(new Uint8Array(await new Response(file.stream()).arrayBuffer())), await exportSha256());
    },
  },
  {
    name: "a download from a storage tells it no credential",
    run: async (place) => {
      const client = newClient(place);
      const { elsewhere } = place;
      const file = await download((request) => client.fetch(`${elsewhere}/pets.zip`, request));
      equal(await sha256(await file.bytes()), await exportSha256());
      const told = JSON.stringify(await (await fetch(`${elsewhere}/told`)).json());
      equal(/acme-canary|run-\d/.test(told), false);
    },
  },
  {
    name: "an upload arrives whole, with its length",
    run: async ({ home }) => {
      const body = new Blob([exportBytes()]);
      const answer: unknown = await (await putFile({ url: `${home}/upload`, body })).json();
      equal(answer, { length: String(body.size), sha256: await exportSha256() });
    },
  },
  {
    name: "files are saved and sent from disk, or the error says what to do instead",
    run: async (place) => {
      if (place.folder === undefined) {
        await rejects(openFile("pets.zip"), { name: "ConfigError", option: "path" });
        await rejects((await exported(place)).save("./"), { name: "ConfigError", option: "target" });
        return;
      }
      const saved = await (await exported(place)).save(`${place.folder}/`);
      equal(/[/\\]pets\.zip$/.test(saved), true);
      const answer: unknown = await (await putFile({ url: `${place.home}/upload`, body: saved })).json();
      equal(answer, { length: "300000", sha256: await exportSha256() });
    },
  },
];

/** Runs all checks one after the other, and tells of each; rejects when one has failed. */
export async function runSmoke(place: SmokePlace, tell: (line: string) => void): Promise<void> {
  const failures: unknown[] = [];
  for (const { name, run } of smokeChecks) {
    try {
      await run(place);
      tell(`  ✓ ${name}`);
    } catch (error) {
      failures.push(error);
      tell(`  ✗ ${name}: ${String(error)}`);
    }
  }
  if (failures.length > 0)
    throw new AggregateError(failures, `${failures.length} of ${smokeChecks.length} checks failed.`);
}

/** The bytes that the server exports. */
function exportBytes(): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: 300_000 }, (_, i) => (i * 7 + (i >> 8)) % 251);
}

// Workers may not compute this while they load.
const exportSha256 = (): Promise<string> => sha256(exportBytes());

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  // Browsers have no digest on pages that came over http from another machine; these come from this one.
  return [...new Uint8Array(await crypto.subtle.digest("SHA-256", bytes))]
    .map((byte) => byte.toString(16).padStart(2, "0"))
    .join("");
}

function equal(actual: unknown, expected: unknown): void {
  if (JSON.stringify(actual) === JSON.stringify(expected)) return;
  throw new Error(`expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}

async function rejects(work: Promise<unknown>, members: Readonly<Record<string, unknown>>): Promise<void> {
  const outcome: unknown = await work.catch((thrown: unknown) => thrown);
  for (const [name, expected] of Object.entries(members)) {
    const actual: unknown = Reflect.get(Object(outcome) as object, name); // Object() makes an object of anything
    if (actual !== expected)
      throw new Error(`expected ${name} to be ${String(expected)} of ${String(outcome)}, got ${String(actual)}`);
  }
}
