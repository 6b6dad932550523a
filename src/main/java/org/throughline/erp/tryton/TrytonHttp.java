package org.throughline.erp.tryton;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends requests to Tryton's server and tells what was not sent from what was not answered. */
final class TrytonHttp {

    private final TrytonSettings settings;
    private final HttpClient client;

    TrytonHttp(TrytonSettings settings) {
        this.settings = settings;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTime())
                .build();
    }

    /** The request did not reach the server, so nothing was done. */
    static final class NotSent extends UncheckedIOException {

        private static final long serialVersionUID = 1L;

        NotSent(IOException cause) {
            super("Tryton cannot be reached", cause);
        }
    }

    static boolean isTimeOut(UncheckedIOException failure) {
        return failure.getCause() instanceof HttpTimeoutException;
    }

    /**
     * @param path of the server: empty, or the name of a database
     * @param authorization null when nobody is logged in
     * @throws NotSent when there is no connection
     * @throws UncheckedIOException when it stays open what the server has done
     */
    HttpResponse<byte[]> post(String path, String authorization, byte[] body) {
        return post(path, authorization, body, settings.answerTime());
    }

    /**
     * As above.
     *
     * @param patience how long is waited
     */
    HttpResponse<byte[]> post(String path, String authorization, byte[] body, Duration patience) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        return answer(client.sendAsync(request.build(), BodyHandlers.ofByteArray()), patience);
    }

    private URI address(String path) {
        String base = settings.url().toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + (path.isEmpty() ? "" : path + "/"));
    }

    /** The time-out of a request ends when the headers are there; this one includes the body. */
    private HttpResponse<byte[]> answer(CompletableFuture<HttpResponse<byte[]>> answer, Duration patience) {
        try {
            return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException failed) {
            throw failure(failed);
        } catch (TimeoutException slow) {
            answer.cancel(true);
            throw new UncheckedIOException(new HttpTimeoutException("Tryton has not answered in time"));
        } catch (InterruptedException interrupted) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while waiting for Tryton", interrupted));
        }
    }

    private static RuntimeException failure(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof ConnectException unreachable) {
            return new NotSent(unreachable);
        }
        if (cause instanceof HttpConnectTimeoutException unreachable) {
            return new NotSent(unreachable);
        }
        return cause instanceof IOException broken
                ? new UncheckedIOException(broken)
                : new IllegalStateException("a request to Tryton failed", failed);
    }
}
