package org.throughline.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks Tryton what the service asks it, without the service. */
final class TrytonCalls {

    private static final byte[] RESULT = "\"result\"".getBytes(StandardCharsets.UTF_8);
    private static final Pattern WEB_ID = Pattern.compile("\"web_id\":\"[^\"]*\"");
    private static final Pattern CREATED = Pattern.compile("\"result\":\\s*\\[(\\d+)]");

    private final URI tryton;
    private final String database;
    private final String authorization;

    TrytonCalls(URI tryton, String database, String authorization) {
        this.tryton = tryton;
        this.database = database;
        this.authorization = authorization;
    }

    /** The same calls as the service has made, one after the other. */
    Load.Work repeating(List<String> bodies) {
        List<byte[]> requests = bodies.stream().map(this::request).toList();
        return connection -> {
            for (byte[] request : requests) {
                connection.exchange(request, RESULT);
            }
        };
    }

    /**
     * A sale as the service makes it, under a reference of its own, and no more than has to be done for it: made, quoted,
     * confirmed, and looked at once.
     *
     * @param bodies of the service for such an order
     */
    Load.Work ordering(List<String> bodies) {
        String creation = bodies.stream()
                .filter(body -> body.contains("model.sale.sale.create\""))
                .findFirst()
                .orElseThrow();
        return connection -> {
            String reference = "\"web_id\":\"BENCH-" + UUID.randomUUID() + "\"";
            connection.exchange(
                    request(WEB_ID.matcher(creation).replaceFirst(Matcher.quoteReplacement(reference))), RESULT);
            String sale = created(connection.text());
            connection.exchange(request(button("quote", sale)), RESULT);
            connection.exchange(request(button("confirm", sale)), RESULT);
            connection.exchange(
                    request("{\"id\":1,\"method\":\"model.sale.sale.read\",\"params\":[[" + sale
                            + "],[\"number\",\"state\",\"total_amount\"],{\"company\":1}]}"),
                    "processing".getBytes(StandardCharsets.UTF_8));
        };
    }

    private static String button(String name, String sale) {
        return "{\"id\":1,\"method\":\"model.sale.sale." + name + "\",\"params\":[[" + sale + "],{\"company\":1}]}";
    }

    private static String created(String answer) throws IOException {
        Matcher id = CREATED.matcher(answer);
        if (!id.find()) {
            throw new IOException("no sale was made: " + answer);
        }
        return id.group(1);
    }

    private byte[] request(String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST /" + database + "/ HTTP/1.1\r\nHost: " + tryton.getAuthority()
                + "\r\nContent-Type: application/json\r\nAuthorization: " + authorization + "\r\nContent-Length: "
                + content.length + "\r\n\r\n";
        return (head + body).getBytes(StandardCharsets.UTF_8);
    }
}
