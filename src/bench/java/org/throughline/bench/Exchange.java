package org.throughline.bench;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A request that is sent again and again, and how its answer is recognised.
 *
 * @param name for people
 * @param server who is asked
 * @param marker text that every good answer contains
 */
record Exchange(String name, ServerProcess server, String head, String body, String marker, AtomicLong counter) {

    /** Stands in a body for something that differs with each request. */
    static final String UNIQUE = "#UNIQUE-REQUEST-ID##";

    /** Stands in a body for one of the copies of the customer, in turns, so that their documents do not pile up on one. */
    static final String CUSTOMER = "#CUSTOM#";

    static Exchange of(String name, ServerProcess server, String path, String headers, String body, String marker) {
        int length = body.getBytes(StandardCharsets.UTF_8).length;
        String head = "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n" + headers
                + "Content-Length: " + length + "\r\n\r\n";
        return new Exchange(name, server, head, body, marker, new AtomicLong(System.nanoTime() / 1_000_000));
    }

    /** A SOAP 1.1 request. */
    static Exchange soap(ServerProcess service, String capability, String operation, String message) {
        return of(
                operation,
                service,
                "/soap/" + capability + "/v1/soap11",
                "Content-Type: text/xml; charset=utf-8\r\nSOAPAction: \"urn:throughline:" + capability + ":v1:"
                        + operation + "\"\r\n",
                message,
                operation + "Response");
    }

    /** The bytes of the next request. */
    byte[] next() {
        if (isConstant()) {
            return (head + body).getBytes(StandardCharsets.UTF_8);
        }
        long count = counter.incrementAndGet();
        String unique = body.replace(UNIQUE, String.format("b%019d", count))
                .replace(CUSTOMER, "B" + (1 + count % MoreData.singleDigitCopies()) + "-C0010");
        return (head + unique).getBytes(StandardCharsets.UTF_8);
    }

    boolean isConstant() {
        return !body.contains(UNIQUE);
    }
}
