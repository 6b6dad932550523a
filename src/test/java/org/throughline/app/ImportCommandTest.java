package org.throughline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportCommandTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void whatIsRightIsImportedOnceAndReportedChunkByChunk() throws IOException {
        write("branches.csv", "id,name,country,currency", "MAIN,Seller,GB,GBP");
        write("accounts.csv", "id,name,currency,country", "A1,One,GBP,GB", "A2,Two,GBP,GB");

        assertThat(importCsv()).as(err()).isZero();
        assertThat(out()).contains("accounts: 3 of 3", "branches: 2 of 2 written");
        out.reset();
        assertThat(importCsv()).as(err()).isZero();
        assertThat(out()).contains("This data was imported before; nothing was done.");
    }

    @Test
    void wrongRowsAreListedAndEndTheImportWithOneUnlessTheyAreToBeSkipped() throws IOException {
        write("branches.csv", "id,name,country,currency", "OTHER,Seller,GB,GBP");
        write("accounts.csv", "id,name,currency,country,branch", "A8,One,GBP,GB,OTHER", "A9,Two,GBP,XX,OTHER");

        assertThat(importCsv()).isEqualTo(1);
        assertThat(err())
                .contains("accounts.csv:3: country is not a country code of ISO 3166-1 such as DE")
                .contains("nothing was imported");
        err.reset();
        assertThat(importCsv("--skip-wrong-rows")).as(err()).isZero();
        assertThat(err()).contains("accounts.csv:3:", "were left out");
    }

    @Test
    void aWrongCommandIsAnsweredWithOneSentenceAndTwo() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("xml", "--from=" + folder),
                List.of("csv"),
                List.of("csv", "--from=" + folder.resolve("missing")),
                List.of("csv", "--from=" + folder, "--unknown"),
                List.of("csv", "--from=" + folder, "--throughline.database.url=jdbc:oracle:x"))) {
            err.reset();
            List<String> arguments = new ArrayList<>(wrong);
            arguments.add(0, "import");
            assertThat(run(arguments)).as(wrong.toString()).isEqualTo(2);
            assertThat(err()).isNotBlank().doesNotContain("Exception", "\tat ");
        }
    }

    @Test
    void aDirectoryWithoutTheFilesIsAnsweredWithOneSentenceAndTwo() {
        assertThat(importCsv()).isEqualTo(2);
        assertThat(err()).startsWith("The directory holds none of branches.csv");
    }

    @Test
    void onlyItsOwnNameMeansIt() {
        assertThat(ImportCommand.isMeantBy(new String[] {"import", "csv"})).isTrue();
        assertThat(ImportCommand.isMeantBy(new String[] {"--server.port=1", "import"}))
                .isFalse();
        assertThat(ImportCommand.isMeantBy(new String[0])).isFalse();
    }

    private int importCsv(String... options) {
        List<String> arguments = new ArrayList<>(List.of("import", "csv", "--from=" + folder));
        arguments.add("--throughline.data-directory=" + folder.resolve("data"));
        arguments.addAll(List.of(options));
        return run(arguments);
    }

    private int run(List<String> arguments) {
        return ImportCommand.run(arguments.toArray(String[]::new), stream(out), stream(err));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private void write(String file, String... lines) throws IOException {
        Files.write(folder.resolve(file), List.of(lines));
    }
}
