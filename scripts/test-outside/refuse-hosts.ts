// Loaded before documented code (`node --import`): no host name resolves, so that nothing leaves the machine.
import dns from "node:dns";

const refuse = (hostname: string, ...rest: unknown[]): void => {
  const callback = rest.at(-1);
  const error = new Error(`${hostname} is not among the hosts that the test server stands for`);
  if (typeof callback === "function") process.nextTick(callback, Object.assign(error, { code: "ENOTFOUND" }));
};

Object.assign(dns, { lookup: refuse }); // net reads it at each connection
