package org.throughline.endpoint.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.throughline.shared.ErrorCategory;
import org.throughline.shared.ErrorCode;
import org.throughline.shared.ServiceFault;

/** docs/faults.md says what the program does: it is generated from the catalogue of errors. */
class FaultCatalogueTest {

    private static final Path PAGE = Path.of("docs", "faults.md");
    private static final String WRITE = "faults.write";
    private static final String HEAD = """
            # Faults

            Every failure that the service answers with. Decide by the code, never by the message: codes are part of the contract
            and are neither renamed nor given another meaning. SOAP answers carry the fault element in the fault's detail; REST
            answers carry the same detail as `application/problem+json` with the HTTP status.

            `retryable` says whether the same request, sent again, can succeed: NO, change it first; YES, nothing was done, try later;
            UNCERTAIN, something may have been done, send the same request id again.

            Generated from the catalogue in the program; `mvn test -Dtest=FaultCatalogueTest -Dfaults.write=true` writes it anew.

            | code | category | HTTP status | SOAP fault element | retryable | meaning |
            | --- | --- | --- | --- | --- | --- |
            """;

    @Test
    void thePageIsTheCatalogue() throws IOException {
        if (Boolean.getBoolean(WRITE)) {
            Files.writeString(PAGE, page());
        }
        assertThat(PAGE)
                .as(
                        "docs/faults.md differs from the catalogue of errors; write it anew with"
                                + " mvn test -Dtest=FaultCatalogueTest -D%s=true and read what changed",
                        WRITE)
                .content()
                .isEqualTo(page());
    }

    @Test
    void everyCodeHasAMeaningOfItsOwnInOneSentence() {
        List<String> meanings =
                Arrays.stream(ErrorCode.values()).map(ErrorCode::meaning).toList();
        assertThat(meanings).doesNotHaveDuplicates().allMatch(meaning -> meaning.matches("[A-Z].*[^.]\\."));
    }

    @Test
    void everyCodeCanBeNamedInEveryLanguage() {
        assertThat(ErrorCode.values()).allMatch(code -> code.name().matches("[A-Z]+(_[A-Z]+)*"));
    }

    @Test
    void everyCategoryHasACode() {
        assertThat(Arrays.stream(ErrorCode.values()).map(ErrorCode::category)).contains(ErrorCategory.values());
    }

    private static String page() {
        return HEAD
                + Arrays.stream(ErrorCode.values()).map(FaultCatalogueTest::row).collect(Collectors.joining());
    }

    private static String row(ErrorCode code) {
        return "| %s | %s | %d | %s | %s | %s |%n"
                .formatted(
                        code,
                        code.category(),
                        HttpStatuses.ofProblem(code),
                        SoapFaults.detail(new ServiceFault(code.at("")))
                                .getName()
                                .getLocalPart(),
                        code.retryable(),
                        code.meaning())
                .replace(System.lineSeparator(), "\n");
    }
}
