package org.throughline.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.w3c.dom.Element;

/** The hand-written files of the contract. */
final class ContractFiles {

    private static final Path XSD = Path.of("xsd");
    private static final Path WSDL = Path.of("wsdl");

    private ContractFiles() {}

    static List<Path> schemas() {
        return files(XSD, ".xsd");
    }

    /** Messages and port types. */
    static List<Path> abstractWsdls() {
        return files(WSDL, ".wsdl").stream().filter(file -> !isConcrete(file)).toList();
    }

    /** Bindings and ports. */
    static List<Path> concreteWsdls() {
        return files(WSDL, ".wsdl").stream().filter(ContractFiles::isConcrete).toList();
    }

    static Path abstractWsdlOf(Path concrete) {
        return concrete.resolveSibling(concrete.getFileName().toString().replaceFirst("-soap1[12]", ""));
    }

    /** Such as stock/v1. */
    static String folderOf(Path file) {
        return file.subpath(1, file.getNameCount() - 1).toString().replace('\\', '/');
    }

    /** Such as stock. */
    static String capabilityOf(Path file) {
        return file.getName(1).toString();
    }

    static List<String> check(List<Path> files, Function<Element, List<String>> rule) {
        return check(files, (file, document) -> rule.apply(document));
    }

    /** All complaints, each with its file. */
    static List<String> check(List<Path> files, BiFunction<Path, Element, List<String>> rule) {
        List<String> complaints = new ArrayList<>();
        for (Path file : files) {
            rule.apply(file, Dom.read(file)).forEach(complaint -> complaints.add(file + ": " + complaint));
        }
        return complaints;
    }

    private static List<Path> files(Path root, String ending) {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isConcrete(Path file) {
        return file.getFileName().toString().matches(".*-soap1[12]\\.wsdl");
    }
}
