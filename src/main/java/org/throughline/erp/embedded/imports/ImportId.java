package org.throughline.erp.embedded.imports;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** Tells imports apart: the same files in the same format are the same import, wherever they lie. */
final class ImportId {

    private ImportId() {}

    static String of(ImportFormat format, List<Path> files, boolean skipWrongRows) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            String content = HexFormat.of().formatHex(digest.digest(), 0, 16);
            return format.id() + "-" + content + (skipWrongRows ? "-skip" : "");
        } catch (IOException e) {
            throw new ImportFailure("A file cannot be read: " + e.getMessage(), e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
