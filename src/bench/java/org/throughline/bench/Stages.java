package org.throughline.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordingFile;

/** Tells from a flight recording what the service was at while it calculated prices. */
final class Stages {

    /** In the order in which they are recognised: the innermost frame that belongs to one decides. */
    enum Stage {
        LOAD("load prices", List.of("org.throughline.erp.", "org.apache.derby.", "org.ehcache.")),
        PARSE(
                "parse",
                List.of(
                        "org.throughline.endpoint.contract.",
                        "org.throughline.endpoint.soap.",
                        "org.apache.cxf.jaxb.io.DataReaderImpl",
                        "com.ctc.wstx.sr.")),
        COMPUTE("compute", List.of("org.throughline.pricing.", "org.throughline.tax.", "org.throughline.shared.")),
        WRITE(
                "write",
                List.of(
                        "org.throughline.endpoint.pricing.",
                        "org.throughline.endpoint.common.",
                        "org.apache.cxf.jaxb.io.DataWriterImpl")),
        REST("all else", List.of("org.throughline.endpoint.http."));

        private final String title;
        private final List<String> prefixes;

        Stage(String title, List<String> prefixes) {
            this.title = title;
            this.prefixes = prefixes;
        }

        String title() {
            return title;
        }

        private boolean has(String type) {
            return prefixes.stream().anyMatch(type::startsWith);
        }
    }

    private final List<RecordedEvent> samples;

    private Stages(List<RecordedEvent> samples) {
        this.samples = samples;
    }

    static Stages read(Path recording) throws IOException {
        return new Stages(RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.ExecutionSample"))
                .filter(event -> event.getStackTrace() != null)
                .toList());
    }

    /** The share of each stage, between 0 and 1, in the samples of requests. */
    Map<Stage, Double> shares(Instant from, Duration length) {
        Map<Stage, Double> counts = new EnumMap<>(Stage.class);
        double all = 0;
        for (RecordedEvent sample : samples) {
            Instant at = sample.getStartTime();
            Stage stage = at.isBefore(from) || at.isAfter(from.plus(length)) ? null : stage(sample);
            if (stage != null) {
                counts.merge(stage, 1.0, Double::sum);
                all++;
            }
        }
        double total = all;
        counts.replaceAll((stage, count) -> count / total);
        return counts;
    }

    private static Stage stage(RecordedEvent sample) {
        for (RecordedFrame frame : sample.getStackTrace().getFrames()) {
            String type = frame.getMethod().getType().getName();
            for (Stage stage : Stage.values()) {
                if (stage.has(type)) {
                    return stage;
                }
            }
        }
        return null;
    }
}
