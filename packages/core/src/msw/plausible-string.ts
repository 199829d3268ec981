import type { Random } from "./random.ts";

const adjectives = ["amber", "brisk", "calm", "dapper", "eager", "fuzzy", "gentle", "hazel", "ivory", "jolly"] as const;
const nouns = [
  "falcon",
  "harbor",
  "lantern",
  "meadow",
  "otter",
  "pebble",
  "quartz",
  "river",
  "sparrow",
  "willow",
] as const;
const people = ["ada", "ben", "chloe", "dario", "elif", "femi", "grace", "hugo", "ines", "jun"] as const;

type Maker = (random: Random) => string;

const byFormat: Readonly<Record<string, Maker>> = {
  "date-time": (random) => instant(random),
  date: (random) => instant(random).slice(0, 10),
  time: (random) => instant(random).slice(11),
  email,
  uuid,
  uri: url,
  url,
  ipv4: (random) => `192.0.2.${String(random.integer(1, 254))}`,
  hostname: (random) => `${noun(random)}.example.com`,
  byte: (random) => btoa(phrase(random)),
  // More than a number can hold, so that a test notices who rounds it.
  int64: (random) =>
    `${String(random.integer(1, 8))}${Array.from({ length: 17 }, () => random.integer(0, 9)).join("")}`,
};

// The first that fits the property's name.
const byName: readonly (readonly [pattern: RegExp, make: Maker])[] = [
  [/^_id$/, (random) => random.hex(24)],
  [/^(?:id|uuid|guid)$/i, uuid],
  [/(?:[a-z]Id|_id|[a-z]ID)$/, (random) => random.hex(24)],
  [/e-?mail$/i, email],
  [/(?:url|uri|href|link)$/i, url],
  [/(?:[a-z]At|_at|_date|_time)$/, (random) => instant(random)],
  [/colou?r$/i, (random) => `#${random.hex(6)}`],
  [/^(?:description|content|message|text|comment|summary|detail)$/i, sentence],
  [/(?:name|title|label)$/i, phrase],
];

/** Text as a server might send it for a property of that name and format. */
export function plausibleString(
  { name, format }: { name: string; format: string | undefined },
  random: Random,
): string {
  // Names that say "made" come before names that say "done", so that no generated item ends before it begins.
  if (format === "date-time" && /^(?:creat|start|begin)/i.test(name)) return instant(random, 2024);
  if (format !== undefined && Object.hasOwn(byFormat, format)) return byFormat[format]?.(random) ?? "";
  const make = byName.find(([pattern]) => pattern.test(name))?.[1];
  return make ? make(random) : noun(random);
}

function instant(random: Random, year = 2025): string {
  const start = Date.UTC(year, 0, 1);
  return new Date(start + random.integer(0, 31_535_999) * 1000).toISOString();
}

function email(random: Random): string {
  return `${random.pick(people) ?? ""}.${noun(random)}@example.com`;
}

function url(random: Random): string {
  return `https://example.com/${noun(random)}/${random.hex(8)}`;
}

function uuid(random: Random): string {
  const digits = random.hex(32);
  const variant = (random.integer(0, 3) + 8).toString(16);
  return [
    digits.slice(0, 8),
    digits.slice(8, 12),
    `4${digits.slice(13, 16)}`,
    `${variant}${digits.slice(17, 20)}`,
    digits.slice(20),
  ].join("-");
}

function sentence(random: Random): string {
  return `The ${phrase(random)} near the ${noun(random)}.`;
}

function phrase(random: Random): string {
  return `${random.pick(adjectives) ?? ""} ${noun(random)}`;
}

function noun(random: Random): string {
  return random.pick(nouns) ?? "";
}
