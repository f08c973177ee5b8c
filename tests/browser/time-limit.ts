// A browser that starts on a busy machine of two cores needs more than the usual limit.
jest.setTimeout(120_000);
