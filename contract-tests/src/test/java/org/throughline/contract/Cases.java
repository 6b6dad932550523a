package org.throughline.contract;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;

/** Finds the cases in their folder. */
final class Cases {

    private static final int DEPTH = 4;

    private Cases() {}

    /** The cases for the ERP behind the service: its own, and those for every ERP. */
    static List<Case> all() {
        if (Settings.erp().isEmpty()) {
            return in(Settings.casesFolder());
        }
        Stream<Case> common = in(Settings.casesFolder()).stream().filter(Case::isForEveryErp);
        return Stream.concat(in(Settings.ownCasesFolder()).stream(), common)
                .sorted(Comparator.comparing(Case::path))
                .toList();
    }

    /** All cases below the folder, by path. */
    static List<Case> in(Path root) {
        try (Stream<Path> folders = Files.walk(root, DEPTH)) {
            return folders.filter(Files::isDirectory)
                    .filter(folder -> root.relativize(folder).getNameCount() == DEPTH)
                    .sorted()
                    .map(folder -> read(root, folder))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the cases", e);
        }
    }

    private static Case read(Path root, Path folder) {
        Path path = root.relativize(folder);
        String name = path.toString().replace('\\', '/');
        Properties properties = properties(name, folder.resolve("case.properties"));
        Kind kind = Kind.parse(required(name, properties, "kind"));
        required(name, properties, "description");
        return new Case(
                name, path.getName(0).toString(), path.getName(2).toString(), kind, steps(name, folder), properties);
    }

    private static List<Step> steps(String name, Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            List<Step> steps =
                    files.filter(Files::isDirectory).sorted().map(Step::new).toList();
            List<Step> all = steps.isEmpty() ? List.of(new Step(folder)) : steps;
            if (all.stream().noneMatch(step -> step.has(Binding.SOAP11) || step.has(Binding.REST))) {
                throw new IllegalArgumentException("case " + name + " has no request");
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }

    private static Properties properties(String name, Path file) {
        if (!Files.exists(file)) {
            throw new IllegalArgumentException("case " + name + " has no case.properties");
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
        return properties;
    }

    private static String required(String name, Properties properties, String key) {
        String value = properties.getProperty(key, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException("case " + name + " lacks the property " + key);
        }
        return value;
    }
}
