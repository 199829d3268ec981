/** What `labelwire --help` prints. */
export const usage: string = `Usage:
  labelwire generate --platform <package or folder> --spec <file> --out <folder> [--allow-unmatched] [--check]
      Writes typed operations for your own server. --platform names an installed client such as @labelwire/<platform>,
      whose corrections are applied; --spec is your server's OpenAPI description (YAML or JSON).
  labelwire generate [platform…] [--check]
      In the Labelwire repository: compiles specs/<platform>/ into packages/<platform>/src/generated/,
      and specs/<platform>/<part>/, a second client of the same package, into its src/<part>/generated/.

Options:
  --allow-unmatched   Corrections that do not fit your server's version are warnings.
  --check             Write nothing; fail where a file is not what would be written.
  --version, --help`;
