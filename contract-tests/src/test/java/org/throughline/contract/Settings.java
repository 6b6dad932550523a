package org.throughline.contract;

import java.nio.file.Path;

/** What the command line says: the service under test and how its cases are to be run. */
final class Settings {

    private static final Path PROJECT = Path.of("").toAbsolutePath();

    private Settings() {}

    /**
     * Base address of the service under test, without a slash at its end.
     *
     * @throws IllegalStateException when none is given
     */
    static String endpoint() {
        String endpoint = System.getProperty("endpoint", "");
        if (endpoint.isBlank() || endpoint.startsWith("${")) {
            throw new IllegalStateException(
                    "Say which service is to be tested: -Dendpoint=http://127.0.0.1:8080 (there is no default)");
        }
        return endpoint.replaceAll("/+$", "");
    }

    /** Part of the path of the cases that are wanted; empty for all. */
    static String cases() {
        return System.getProperty("cases", "");
    }

    /** Whether expected answers that are missing are written from what the service says. */
    static boolean record() {
        return Boolean.getBoolean("record");
    }

    /** The ERP behind the service, when it is not the embedded one with its demo data; else empty. */
    static String erp() {
        return System.getProperty("erp", "");
    }

    /** The cases for the embedded ERP. */
    static Path casesFolder() {
        return PROJECT.resolve("cases");
    }

    /** The cases for the ERP behind the service. */
    static Path ownCasesFolder() {
        return erp().isEmpty() ? casesFolder() : PROJECT.resolve("cases-" + erp());
    }

    static Path wsdlFolder() {
        return PROJECT.resolve("../wsdl").normalize();
    }

    static Path xsdFolder() {
        return PROJECT.resolve("../xsd").normalize();
    }
}
