import {
  createAngoHubClient,
  isApiError,
  isDecodeError,
  isUploadError,
  uploadFiles,
  type AngoHubClient,
  type UploadProgress,
} from "@labelwire/ango-hub";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import { failure, startServer, success, type Answer, type TestServer } from "./start-server.ts";

const project = "507f191e810c19729de860ea";
const files = ["a", "b", "c", "d", "e"].map(
  (name) => new File([`bytes of ${name}`], `${name}.jpg`, { type: "image/jpeg" }),
);

function connect(platform: TestServer): AngoHubClient {
  return createAngoHubClient({ baseUrl: `${platform.origin}/v2`, auth: { apiKey: "the-key" } });
}

/** A platform that signs addresses on `storage`, but for files that `refuse` answers for. */
function servePlatform(
  storage: TestServer,
  refuse: (name: string) => Answer | undefined = () => undefined,
): Promise<TestServer> {
  return startServer(({ url, json }) => {
    const name = url.searchParams.get("name") ?? "";
    if (url.pathname === "/v2/getUploadUrl") {
      return (
        refuse(name) ?? success({ uploadUrl: `${storage.origin}/assets/${name}?X-Signature=s3cr3t%2F${name}` }, 201)
      );
    }
    const { assets } = json as { assets: unknown[] };
    return success({ assets: { assetsCreated: assets.length, tasksCreated: assets.length } }, 201);
  });
}

const imports = (platform: TestServer): unknown[] =>
  platform.requests.filter(({ method }) => method === "POST").map(({ json }) => json);

describe("uploadFiles", () => {
  test("sends each file to its address without the key, then imports them all", async () => {
    const storage = await startServer(() => ({}));
    const platform = await servePlatform(storage);
    const report = await uploadFiles(connect(platform), { project }, files, {
      batches: ["one", 'two "2"'],
      priority: 5,
    });

    expect(report).toMatchObject({ imported: 5, failed: [], assetsCreated: 5, tasksCreated: 5 });
    expect(report.files.map(({ name, status }) => [name, status])).toEqual(files.map(({ name }) => [name, "imported"]));
    const asked = platform.requests.filter(({ method }) => method === "GET").map(({ url }) => url.searchParams);
    expect(asked.map((query) => Object.fromEntries(query))).toEqual(
      files.map(({ name }) => ({ name, project, type: "assets" })),
    );

    const puts = storage.requests.toSorted((a, b) => a.target.localeCompare(b.target));
    expect(puts.map(({ method, target, body }) => [method, target, body.toString()])).toEqual(
      ["a", "b", "c", "d", "e"].map((name) => [
        "PUT",
        `/assets/${name}.jpg?X-Signature=s3cr3t%2F${name}.jpg`,
        `bytes of ${name}`,
      ]),
    );
    for (const { headers } of puts) {
      expect(headers).not.toHaveProperty("apikey");
      expect(headers).not.toHaveProperty("content-type");
      expect(headers["content-length"]).toBe("10");
      expect(JSON.stringify(headers)).not.toContain("the-key");
    }

    const imported = platform.requests.at(-1);
    expect(imported?.url.pathname).toBe(`/v2/project/${project}/cloud`);
    expect(imported?.url.searchParams.get("batches")).toBe('["one","two \\"2\\""]');
    expect(imported?.json).toEqual({
      assets: files.map(({ name }) => ({ data: `${storage.origin}/assets/${name}`, externalId: name })),
      uploadLocal: "true",
      priority: 5,
    });
  });

  test("takes paths, bytes, ids, fields and a storage of one's own", async () => {
    const folder = await mkdtemp(path.join(tmpdir(), "ango-hub-upload-"));
    onTestFinished(() => rm(folder, { recursive: true }));
    await writeFile(path.join(folder, "cat.jpg"), "a cat");
    const storage = await startServer(() => ({}));
    const platform = await servePlatform(storage);
    const dog = {
      name: "dog.jpg",
      data: new TextEncoder().encode("a dog"),
      externalId: "the dog",
      batches: ["dogs"],
      metadata: { age: 3 },
    };
    const own = { storage: "storage-1", bucket: "bucket-1" };
    const report = await uploadFiles(connect(platform), { project }, [path.join(folder, "cat.jpg"), dog], own);
    expect(report.imported).toBe(2);
    expect(storage.requests.map(({ body }) => body.toString()).sort()).toEqual(["a cat", "a dog"]);
    const [asked] = platform.requests;
    expect(asked?.url.searchParams.get("storageId")).toBe("storage-1");
    expect(asked?.url.searchParams.get("bucket")).toBe("bucket-1");
    expect(imports(platform)).toEqual([
      {
        assets: [
          { data: `${storage.origin}/assets/cat.jpg`, externalId: "cat.jpg", storage: "storage-1" },
          {
            data: `${storage.origin}/assets/dog.jpg`,
            externalId: "the dog",
            batches: ["dogs"],
            metadata: { age: 3 },
            storage: "storage-1",
          },
        ],
        uploadLocal: "true",
      },
    ]);
  });

  test("has no more than `concurrency` files under way", async () => {
    let running = 0;
    let most = 0;
    const storage = await startServer(async () => {
      most = Math.max(most, (running += 1));
      // The first waits for the second; a third would come meanwhile.
      await vi.waitFor(() => expect(most).toBeGreaterThan(1), { timeout: 5000, interval: 5 });
      await new Promise((resolve) => setTimeout(resolve, 20));
      running -= 1;
      return {};
    });
    await uploadFiles(connect(await servePlatform(storage)), { project }, files, { concurrency: 2, signal: null });
    expect(most).toBe(2);
  });

  test("tells how far it is, up to the whole", async () => {
    const platform = await servePlatform(await startServer(() => ({})));
    const told: UploadProgress[] = [];
    await uploadFiles(connect(platform), { project }, files, {
      itemsPerRequest: 3,
      onProgress: (progress) => void told.push(progress),
    });
    expect(told.every(({ totalFiles, totalBytes }) => totalFiles === 5 && totalBytes === 50)).toBe(true);
    expect(told.filter(({ file }) => file !== undefined).map(({ uploadedFiles }) => uploadedFiles)).toEqual([
      1, 2, 3, 4, 5,
    ]);
    const fractions = told.filter(({ phase }) => phase === "uploading").map(({ fraction }) => fraction);
    expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(told.slice(-2)).toMatchObject([
      { phase: "importing", importedFiles: 3, failedFiles: 0, fraction: 0.6 },
      { phase: "importing", importedFiles: 5, failedFiles: 0, fraction: 1 },
    ]);
  });

  test("of nothing sends nothing", async () => {
    const platform = await servePlatform(await startServer(() => ({})));
    const report = await uploadFiles(connect(platform), { project }, []);
    expect(report).toEqual({ imported: 0, failed: [], files: [], assetsCreated: 0, tasksCreated: 0 });
    expect(platform.requests).toHaveLength(0);
  });
});

describe("a file that fails does not take the others with it", () => {
  test("when the platform gives no address, or one that is not followed", async () => {
    const storage = await startServer(() => ({}));
    const platform = await servePlatform(storage, (name) => {
      if (name === "b.jpg") return failure(403, "No space left");
      return name === "d.jpg" ? success({ uploadUrl: "file:///etc/cron.d/d.jpg" }) : undefined;
    });
    const report = await uploadFiles(connect(platform), { project }, files);
    expect(report.imported).toBe(3);
    expect(report.files.map(({ status }) => status)).toEqual(["imported", "failed", "imported", "failed", "imported"]);
    const [b, d] = report.failed;
    expect(b?.name).toBe("b.jpg");
    expect(isApiError(b?.error)).toBe(true);
    expect(isDecodeError(d?.error)).toBe(true);
    expect(imports(platform)).toMatchObject([
      { assets: [{ externalId: "a.jpg" }, { externalId: "c.jpg" }, { externalId: "e.jpg" }] },
    ]);
  });

  test("when the storage refuses it, with the name and without the signature", async () => {
    const storage = await startServer(({ url }) =>
      url.pathname === "/assets/c.jpg" ? { status: 403, body: "<Error/>" } : {},
    );
    const report = await uploadFiles(connect(await servePlatform(storage)), { project }, files);
    expect(report.imported).toBe(4);
    const [{ error } = { error: undefined }] = report.failed;
    expect(isUploadError(error)).toBe(true);
    expect(error).toMatchObject({ fileName: "c.jpg" });
    expect(String(error)).toMatch(/403/);
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toContain("s3cr3t");
  });

  test("when the storage breaks off, and sends it again", async () => {
    let breaks = 1;
    const storage = await startServer(({ url }) => (url.pathname === "/assets/c.jpg" && breaks-- > 0 ? "reset" : {}));
    const report = await uploadFiles(connect(await servePlatform(storage)), { project }, files);
    expect(report).toMatchObject({ imported: 5, failed: [] });
    expect(storage.requests).toHaveLength(6);
  });

  test("when an import is refused, and the address of its bytes is kept", async () => {
    const storage = await startServer(() => ({}));
    const platform = await startServer(({ url, method }, { requests }) => {
      const name = url.searchParams.get("name") ?? "";
      if (method === "GET") return success({ uploadUrl: `${storage.origin}/assets/${name}?X-Signature=s3cr3t` }, 201);
      const nth = requests.filter((request) => request.method === "POST").length;
      return nth === 2 ? failure(400, "Bad asset") : success({ assets: { assetsCreated: 2, tasksCreated: 2 } }, 201);
    });
    const report = await uploadFiles(connect(platform), { project }, files, { itemsPerRequest: 2 });
    expect(report).toMatchObject({ imported: 3, assetsCreated: 4, tasksCreated: 4 });
    expect(report.failed).toMatchObject([
      { name: "c.jpg", status: "uploaded", url: `${storage.origin}/assets/c.jpg` },
      { name: "d.jpg", status: "uploaded", url: `${storage.origin}/assets/d.jpg` },
    ]);
    expect(report.failed.every(({ error }) => isApiError(error) && error.status === 400)).toBe(true);
  });

  test("but a refused key is not tried for every file", async () => {
    const storage = await startServer(() => ({}));
    const platform = await servePlatform(storage, () => failure(401, "Invalid API key"));
    const report = await uploadFiles(connect(platform), { project }, files, { concurrency: 1 });
    expect(platform.requests).toHaveLength(1);
    expect(report.failed).toHaveLength(5);
    expect(report.failed.every(({ error }) => isApiError(error) && error.status === 401)).toBe(true);
  });
});

describe("the bytes take no credential with them", () => {
  test("to the platform's own origin either", async () => {
    const platform: TestServer = await startServer(({ url, method }, { origin }) => {
      if (method === "PUT") return {};
      return url.pathname === "/v2/getUploadUrl"
        ? success({ uploadUrl: `${origin}/v2/storage/a.jpg?X-Signature=s` }, 201)
        : success({ assets: { assetsCreated: 1, tasksCreated: 1 } }, 201);
    });
    expect(await uploadFiles(connect(platform), { project }, files.slice(0, 1))).toMatchObject({ imported: 1 });
    const put = platform.requests.find(({ method }) => method === "PUT");
    expect(put?.target).toBe("/v2/storage/a.jpg?X-Signature=s");
    expect(put?.headers).not.toHaveProperty("apikey");
  });

  test("and are not sent on where the storage redirects elsewhere", async () => {
    const elsewhere = await startServer(() => ({}));
    const storage = await startServer(() => ({ status: 307, headers: { location: `${elsewhere.origin}/stolen` } }));
    const report = await uploadFiles(connect(await servePlatform(storage)), { project }, files.slice(0, 1));
    expect(report.failed).toHaveLength(1);
    expect(elsewhere.requests).toHaveLength(0);
  });
});

test("an abort stops everything at once, with the reason given; what arrived has been told", async () => {
  const storage = await startServer(({ url }) => (url.pathname === "/assets/a.jpg" ? {} : "hang"));
  const platform = await servePlatform(storage);
  const controller = new AbortController();
  const stored: string[] = [];
  const work = uploadFiles(connect(platform), { project }, files, {
    signal: controller.signal,
    onProgress: ({ file }) => {
      if (file?.status !== "uploaded") return;
      stored.push(file.url);
      setTimeout(() => controller.abort("enough"), 50);
    },
  });
  await expect(work).rejects.toBe("enough");
  expect(stored).toEqual([`${storage.origin}/assets/a.jpg`]);
  expect(imports(platform)).toEqual([]);
});

describe("a mistake is a ConfigError before anything is sent", () => {
  test.each<[string, object]>([
    ["files[1].name", { given: [files[0], files[0]] }],
    ["files[0].name", { given: [new File(["x"], "no extension")] }],
    ["files[0]", { given: [new File([], "empty.jpg")] }],
    ["files", { given: "cat.jpg" }],
    ["options.concurrency", { options: { concurrency: 0 } }],
    ["options.priority", { options: { priority: 1001 } }],
    ["options.batch", { options: { batch: ["one"] } }],
    ["target.project", { target: { project: "" } }],
  ])("%s", async (option, members) => {
    const platform = await servePlatform(await startServer(() => ({})));
    const { target, given, options } = { target: { project }, given: files, options: {}, ...members };
    const work = uploadFiles(connect(platform), target, given, options);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option });
    expect(platform.requests).toHaveLength(0);
  });

  test("the key is missing", async () => {
    const work = uploadFiles(createAngoHubClient({ auth: { apiKey: undefined } }), { project }, files);
    await expect(work).rejects.toMatchObject({ name: "ConfigError", option: "auth.apiKey" });
  });
});
