import { expect, expectTypeOf, test } from "vitest";
import type { CallInit, CallOptions } from "./call-options.ts";
import { operation } from "./create-operation.ts";
import type { Caller, Operation, OperationInfo, OptionalPagedOperation } from "./operation.ts";
import { pageNumber } from "./page-strategies.ts";
import type { Result } from "./result.ts";

interface Pet {
  name: string;
}

interface GetPetInit extends CallOptions {
  params: { path: { id: number } };
}

interface ListPetsInit extends CallOptions {
  params?: { query?: { page?: number } };
}

const getPet: Operation<"acme", GetPetInit, Pet> = operation("getPet", "get", "/pets/{id}", "json");
const pages = pageNumber({ items: [], page: "page" });
const listPets: OptionalPagedOperation<"acme", ListPetsInit, Pet[], Pet> = operation(
  "listPets",
  "get",
  "/pets",
  "json",
  {
    page: pages,
  },
);

test("calls the client with what the specification says of it", async () => {
  const calls: [OperationInfo, CallInit | undefined][] = [];
  const caller: Caller<"acme"> = {
    platform: "acme",
    call: async (info, init): Promise<Result<never>> => {
      calls.push([info, init]);
      throw new Error("not sent");
    },
  };
  await expect(getPet(caller, { params: { path: { id: 7 } } })).rejects.toThrow("not sent");
  expect(calls).toEqual([
    [{ id: "getPet", method: "get", path: "/pets/{id}", response: "json" }, { params: { path: { id: 7 } } }],
  ]);
  expect({ ...getPet }).toEqual({ id: "getPet", method: "get", path: "/pets/{id}", response: "json" });
  expect(listPets.page).toBe(pages);
});

test("keeps platforms, parameters and answers apart", () => {
  expectTypeOf(getPet).parameter(1).toEqualTypeOf<GetPetInit>();
  expectTypeOf(getPet).returns.resolves.toEqualTypeOf<Result<Pet>>();
  expectTypeOf(listPets).parameter(1).toEqualTypeOf<ListPetsInit | undefined>();
  expectTypeOf<Caller<"other">>().not.toExtend<Parameters<typeof getPet>[0]>();
});
