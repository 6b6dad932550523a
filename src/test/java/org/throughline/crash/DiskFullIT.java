package org.throughline.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The disk with the database is full for a while: nothing is half saved, callers get declared faults, and everything goes on when
 * there is room again. The disk is a file system in memory, which only root may mount; without that the test is reported as not run.
 */
@Tag("crash")
class DiskFullIT {

    private static final Duration PATIENCE = Duration.ofSeconds(150);
    private static final int PUT_OFF = 50;
    private static final int BLOCK = 64 * 1024;

    @TempDir
    private Path folder;

    @Test
    void a_full_disk_under_derby_loses_and_doubles_nothing() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                isDone("mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", disk.toString()),
                "a file system can be mounted");
        try (Premises premises = Premises.open(Database.derby(disk), folder)) {
            Crowd crowd = Crowd.of(premises.url(), 11, Wishes.simulated(premises.url(), 11));
            crowd.awaitFinished(5, PATIENCE);
            Path ballast = disk.resolve("ballast");
            crowd.awaitPutOff(PUT_OFF, PATIENCE, () -> fill(ballast));
            Files.delete(ballast);
            crowd.awaitFinished(crowd.finished() + 20, PATIENCE);

            List<Errand> errands = crowd.finish(PATIENCE);

            System.out.println("crash: answers while the disk was full: " + crowd.putOff());
            assertThat(premises.isAlive()).isTrue();
            assertThat(Audit.of(premises, errands)).isEmpty();
        } finally {
            isDone("umount", "-l", disk.toString());
        }
    }

    /** Takes the last byte, also of what the database has given back since the last time. */
    private static void fill(Path ballast) {
        try (OutputStream file = Files.newOutputStream(ballast, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (int size = BLOCK; size > 0; size /= 2) {
                writeAsLongAsPossible(file, new byte[size]);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writeAsLongAsPossible(OutputStream file, byte[] block) {
        boolean hasRoom = true;
        while (hasRoom) {
            try {
                file.write(block);
            } catch (IOException full) {
                hasRoom = false;
            }
        }
    }

    private static boolean isDone(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start()
                        .waitFor()
                == 0;
    }
}
