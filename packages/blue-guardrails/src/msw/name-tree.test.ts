import { expect, test } from "vitest";
import { readNameTree, type NameTree } from "./name-tree.ts";

function plain(tree: NameTree | undefined): unknown {
  return tree && Object.fromEntries([...tree.names].map(([name, inside]) => [name, plain(inside)]));
}

test.each([
  ["(messages)", { messages: {} }],
  ["(id, external_id ,messages(role))", { id: {}, external_id: {}, messages: { role: {} } }],
  ["(evaluations(annotations(label),id),x)", { evaluations: { annotations: { label: {} }, id: {} }, x: {} }],
])("%s", (text, expected) => {
  expect(plain(readNameTree(text))).toEqual(expected);
});

test.each(["", "messages", "()", "(a", "a)", "(a,)", "(,a)", "(a b)", "((a))", "(a))", "(a)(b)", "(a(),b)"])(
  "%j is no such list",
  (text) => {
    expect(readNameTree(text)).toBeUndefined();
  },
);
