package org.throughline.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** One request and its expected answer: the files of one folder. */
record Step(Path folder) {

    Path soapRequest() {
        return folder.resolve("request.xml");
    }

    /** A SOAP message sent byte by byte as it is. */
    Path rawRequest() {
        return folder.resolve("request.raw");
    }

    Path soapAnswer() {
        return folder.resolve("response.xml");
    }

    Path restRequest() {
        return folder.resolve("request.http");
    }

    Path restAnswer() {
        return folder.resolve("response.json");
    }

    Path answer(Binding binding) {
        return binding.isSoap() ? soapAnswer() : restAnswer();
    }

    boolean isRaw() {
        return Files.exists(rawRequest());
    }

    boolean has(Binding binding) {
        return binding.isSoap() ? Files.exists(soapRequest()) || isRaw() : Files.exists(restRequest());
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }
}
