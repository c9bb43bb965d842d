/** Something to tell the user in plain words. */
class Trouble extends Error {}

const LONGEST_WAIT_MILLIS = 20_000;

/** The endpoint that this page comes from. */
const endpoint = {
  address: location.pathname.replace(/\/$/, ''),

  pageOf(id) {
    return `${this.address}/${encodeURIComponent(id)}`;
  },

  async list(parameters) {
    return json(await ask(`${this.address}?${new URLSearchParams(parameters)}`, 'GET'));
  },

  /** The report of a trace, null if the store does not have it. */
  async trace(id) {
    const response = await ask(this.pageOf(id), 'GET', [404]);
    return response.status === 404 ? null : json(response);
  },

  async remove(id) {
    await ask(this.pageOf(id), 'DELETE', [404]);
  },
};

async function ask(address, method, expected = []) {
  let response;
  try {
    response = await fetch(address, {
      method,
      headers: { Accept: 'application/json' },
      cache: 'no-store',
      redirect: 'error',
      signal: AbortSignal.timeout(LONGEST_WAIT_MILLIS),
    });
  } catch (failure) {
    throw new Trouble(failure.name === 'TimeoutError'
      ? 'The application does not answer.'
      : 'The application cannot be reached; it may have stopped, or ask you to log in again.');
  }
  if (!response.ok && !expected.includes(response.status)) {
    throw new Trouble(await reason(response));
  }
  return response;
}

/** What a response says; less arrives if the application stops meanwhile, and something else if a login page answers. */
async function json(response) {
  try {
    return await response.json();
  } catch {
    throw new Trouble('The application broke off its answer, or sent something else; you may have to log in again.');
  }
}

async function reason(response) {
  const status = response.status;
  if (status === 401 || status === 403) {
    return `The application refuses this (${status}): log in with the right to it.`;
  }
  if (status === 405) {
    return 'The application lets this endpoint be read, not changed (management.endpoint.profiler.access).';
  }
  try {
    const { message } = await response.json();
    return status === 503 ? `The store of the traces is away: ${visible(message)}` : `${visible(message)} (${status})`;
  } catch {
    return `The application answered with status ${status}.`;
  }
}
