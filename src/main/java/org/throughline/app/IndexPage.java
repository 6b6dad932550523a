package org.throughline.app;

import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** For people who open the service's address in a browser. */
@RestController
class IndexPage {

    private final Links links;

    IndexPage(Links links) {
        this.links = links;
    }

    @GetMapping(path = "/", produces = MediaType.TEXT_HTML_VALUE)
    String index() {
        String rows = links.all().entrySet().stream()
                .map(link ->
                        "<li>%s: <a href=\"%s\">%s</a></li>".formatted(link.getValue(), link.getKey(), link.getKey()))
                .collect(Collectors.joining("\n"));
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Throughline</title></head>
                <body>
                <h1>Throughline</h1>
                <ul>
                %s
                </ul>
                </body>
                </html>
                """.formatted(rows);
    }
}
