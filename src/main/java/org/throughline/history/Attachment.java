package org.throughline.history;

import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A document with its content. It may be large, so the content is never copied: who gives it or gets it must not change it.
 */
public final class Attachment {

    private final String fileName;
    private final String mediaType;
    private final byte[] content;
    private final String sha256;

    /**
     * @param fileName what to save it as
     * @param mediaType such as application/pdf
     * @param content not to be changed afterwards
     */
    public Attachment(String fileName, String mediaType, byte[] content) {
        this.fileName = requireNonNull(fileName, "fileName");
        this.mediaType = requireNonNull(mediaType, "mediaType");
        this.content = requireNonNull(content, "content");
        this.sha256 = HexFormat.of().formatHex(digest().digest(content));
    }

    public String fileName() {
        return fileName;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Not a copy: not to be changed. */
    public byte[] content() {
        return content;
    }

    /** In bytes. */
    public int size() {
        return content.length;
    }

    /** SHA-256 of the content, 64 lower-case hexadecimal digits. */
    public String sha256() {
        return sha256;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Attachment that
                && fileName.equals(that.fileName)
                && mediaType.equals(that.mediaType)
                && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
        return sha256.hashCode();
    }

    @Override
    public String toString() {
        return fileName + " (" + mediaType + ", " + content.length + " bytes)";
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
