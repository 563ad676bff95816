// The service, called through gRPC-Web with the generated client.
import { Code, ConnectError, createClient } from "@connectrpc/connect";
import type { Interceptor } from "@connectrpc/connect";
import { createGrpcWebTransport } from "@connectrpc/connect-web";
import { ExtractionService } from "./generated/musnad/v1/service_pb.ts";
import type { GetInfoResponse } from "./generated/musnad/v1/service_pb.ts";
import type { Extraction } from "./generated/musnad/v1/document_pb.ts";
import { OffsetEncoding } from "./generated/musnad/v1/text_pb.ts";

/** An article, as it stands in the form. */
export interface Article {
  text: string;
  publishedAt: string;
  source: string;
}

/** What went wrong, by the server's words or the browser's. */
export interface Failure {
  code: string;
  message: string;
  /** The server wants a token, or another one. */
  needsToken: boolean;
}

/** Time for the server to answer: a page of news takes milliseconds, a queue may stand before it. */
const LONGEST = 60_000;

let token = "";

/** The token that calls carry from now on; it is kept in memory only. */
export function useToken(value: string): void {
  token = value.trim();
}

const authorize: Interceptor = (next) => (request) => {
  if (token) request.header.set("authorization", `Bearer ${token}`);
  return next(request);
};

const client = createClient(
  ExtractionService,
  createGrpcWebTransport({ baseUrl: location.origin, interceptors: [authorize], defaultTimeoutMs: LONGEST }),
);

export function info(): Promise<GetInfoResponse> {
  return client.getInfo({});
}

/** Extracts an article; offsets are those of JavaScript's strings. */
export async function extract(article: Article, signal: AbortSignal): Promise<Extraction> {
  const request = { document: { ...article }, options: { offsetEncoding: OffsetEncoding.UTF16 } };
  const { extraction } = await client.extract(request, { signal });
  if (!extraction) throw new ConnectError("the answer has no extraction", Code.Internal);
  return extraction;
}

/** Reads an error; none, if the person at the desk has cancelled. */
export function failure(error: unknown): Failure | undefined {
  const known = ConnectError.from(error);
  if (known.code === Code.Canceled) return undefined;
  // A server that is not there is told by the browser and not by gRPC.
  const isUnreachable = known.code === Code.Unknown && known.cause instanceof TypeError;
  return {
    code: isUnreachable ? "UNAVAILABLE" : name(known.code),
    message: known.rawMessage,
    needsToken: known.code === Code.Unauthenticated,
  };
}

/** As the protocol writes it: `INVALID_ARGUMENT`. */
function name(code: Code): string {
  return code === Code.Canceled ? "CANCELLED" : Code[code].replace(/(?<=[a-z])(?=[A-Z])/g, "_").toUpperCase();
}
