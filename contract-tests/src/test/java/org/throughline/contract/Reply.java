package org.throughline.contract;

import java.net.http.HttpHeaders;

/** What came back over HTTP. */
record Reply(int status, HttpHeaders headers, String body) {

    String contentType() {
        return headers.firstValue("Content-Type").orElse("");
    }

    @Override
    public String toString() {
        return "HTTP " + status + " " + contentType() + "\n" + Text.cut(body);
    }
}
