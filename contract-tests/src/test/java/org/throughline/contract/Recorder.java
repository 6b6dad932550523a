package org.throughline.contract;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;

/**
 * Writes expected answers from what the service says, when asked to. What it writes must be read by a person before it
 * is kept: it records defects as faithfully as everything else.
 */
final class Recorder {

    /** Values that differ from run to run, and the placeholder that stands for them. */
    private static final Map<String, String> VOLATILE = Map.of(
            "asOf", "${dateTime}",
            "source", "${regex(LIVE|CACHED)}",
            "answerId", "${any}",
            "time", "${dateTime}",
            "correlationId", "${any}",
            "productVersion", "${any}",
            "erpVersion", "${any}",
            "instance", "${any}");

    /** A day is asked for, or that of the fixed clock; it does not differ from run to run. */
    private static final String DAY = "\\d{4}-\\d{2}-\\d{2}";

    private Recorder() {}

    static void soap(Step step, Element answer, Variables variables, Reply reply) {
        refuseUnlessAsked(step.soapAnswer(), reply);
        String text = variables.generalise(XmlText.of(answer));
        for (Map.Entry<String, String> entry : VOLATILE.entrySet()) {
            text = text.replaceAll(
                    "(<(?:\\w+:)?" + entry.getKey() + ">)(?!" + DAY + "<)[^<]*(</)",
                    "$1" + quoted(entry.getValue()) + "$2");
        }
        Step.write(step.soapAnswer(), text.strip() + "\n");
    }

    static void rest(Step step, Variables variables, Reply reply) {
        refuseUnlessAsked(step.restAnswer(), reply);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("status", reply.status());
        if (!reply.body().isEmpty()) {
            JsonNode body = Json.parse(reply.body());
            answer.put("body", body);
        }
        String text = variables.generalise(Json.text(answer));
        for (Map.Entry<String, String> entry : VOLATILE.entrySet()) {
            text = text.replaceAll(
                    "(\"" + entry.getKey() + "\"\\s*:\\s*)\"(?!" + DAY + "\")[^\"]*\"",
                    "$1\"" + quoted(entry.getValue()) + "\"");
        }
        Step.write(step.restAnswer(), text.strip() + "\n");
    }

    private static void refuseUnlessAsked(Path file, Reply reply) {
        if (!Settings.record()) {
            throw new AssertionError("there is no " + file.getFileName()
                    + "; write it, or have it recorded with -Drecord=true and review it. The service said: " + reply);
        }
    }

    private static String quoted(String replacement) {
        return java.util.regex.Matcher.quoteReplacement(replacement);
    }
}
