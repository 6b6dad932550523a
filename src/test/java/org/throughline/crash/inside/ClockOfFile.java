package org.throughline.crash.inside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** The machine's clock, set forward or back by what a file says at that moment; the test writes the file. */
final class ClockOfFile extends Clock {

    /** Names the file; it holds a duration such as {@code PT-5H}. */
    static final String FILE = "crash.clock";

    private final Path file;
    private final ZoneId zone;

    private ClockOfFile(Path file, ZoneId zone) {
        this.file = file;
        this.zone = zone;
    }

    static Clock ofThisProcess() {
        return new ClockOfFile(Path.of(System.getProperty(FILE)), ZoneOffset.UTC);
    }

    @Override
    public Instant instant() {
        try {
            Duration offset = Duration.parse(Files.readString(file).strip());
            return Instant.now().plus(offset).truncatedTo(ChronoUnit.MILLIS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new ClockOfFile(file, other);
    }
}
