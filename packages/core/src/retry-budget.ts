/** Bounds how much a client, with its children, may add to the load of a server in trouble. */
export interface RetryBudget {
  /** Pays for one retry; false when there is nothing left to pay with. */
  spend(): boolean;
  /** Puts a little back after an answer that is neither a failure nor a retry's cost. */
  earn(): void;
}

/**
 * A bucket of tokens: a retry costs 5, a success puts 1 back, and 500 is the most it holds. So a burst of failures gets at most
 * 100 retries, however many callers fail together, and a server that fails for good sees one retry for every five successes.
 */
export function createRetryBudget(): RetryBudget {
  const most = 500;
  const cost = 5;
  let tokens = most;
  return {
    spend: () => {
      if (tokens < cost) return false;
      tokens -= cost;
      return true;
    },
    earn: () => {
      tokens = Math.min(most, tokens + 1);
    },
  };
}
