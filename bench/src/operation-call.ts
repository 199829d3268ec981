/** One operation of a spec, as far as calling it needs. */
export interface OperationCall {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Source text of each path parameter's value, by name, in the order of the path. */
  readonly pathValues: Readonly<Record<string, string>>;
  readonly requiredQuery: readonly string[];
  readonly hasBody: boolean;
  /** A GET, or a POST that only reads, as our overlay says. */
  readonly isRead: boolean;
  /** Whether a success is answered in JSON. */
  readonly answersJson: boolean;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly required?: boolean;
  readonly schema?: { readonly type?: string | readonly string[]; readonly enum?: readonly unknown[] };
}

interface SpecOperation {
  readonly operationId?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: unknown;
  readonly responses?: Readonly<Record<string, { readonly content?: object }>>;
  readonly "x-idempotent"?: boolean;
}

type PathItem = Readonly<Record<string, SpecOperation>> & { readonly parameters?: readonly Parameter[] };

interface Spec {
  readonly paths: Readonly<Record<string, PathItem>>;
}

const methods: readonly string[] = ["get", "put", "post", "delete", "patch"];

/** The operations of a compiled spec, in its order. */
export function readOperationCalls(specText: string): readonly OperationCall[] {
  const { paths } = JSON.parse(specText) as Spec; // compiled and validated by our own generator
  return Object.entries(paths).flatMap(([path, item]) =>
    methods.flatMap((method) => {
      const operation = item[method];
      return operation?.operationId === undefined
        ? []
        : [describe({ id: operation.operationId, method, path, item, operation })];
    }),
  );
}

interface Found {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly item: PathItem;
  readonly operation: SpecOperation;
}

function describe({ id, method, path, item, operation }: Found): OperationCall {
  const parameters = [...(item.parameters ?? []), ...(operation.parameters ?? [])];
  const names = [...path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => name ?? "");
  const valueOf = (name: string): string =>
    sampleOf(parameters.find((parameter) => parameter.in === "path" && parameter.name === name));
  return {
    id,
    method,
    path,
    pathValues: Object.fromEntries(names.map((name) => [name, valueOf(name)])),
    requiredQuery: parameters.filter((one) => one.in === "query" && one.required === true).map(({ name }) => name),
    hasBody: operation.requestBody !== undefined,
    isRead: method === "get" || (method === "post" && operation["x-idempotent"] === true),
    answersJson: Object.entries(operation.responses ?? {}).some(
      ([status, { content = {} }]) =>
        status.startsWith("2") && Object.keys(content).some((type) => /\bjson\b/.test(type)),
    ),
  };
}

function sampleOf(parameter: Parameter | undefined): string {
  const { type, enum: values } = parameter?.schema ?? {};
  if (values !== undefined) return JSON.stringify(values[0]);
  return type === "integer" || type === "number" ? "1" : '"a"';
}
