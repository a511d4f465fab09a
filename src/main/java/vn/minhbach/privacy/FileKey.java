package vn.minhbach.privacy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key of one file and of no other: random, used once to seal it, and kept itself sealed by {@link FieldCipher} in the file's row. So files stay as
 * they are when the portal's key is replaced, and a file whose row is gone can be read by nobody, wherever a copy of it lies.
 *
 * <p>A file is sealed in pieces of 64 KiB by AES-256-GCM and is never wholly in memory. Each piece is bound to its place, and the last one to being the
 * last: pieces that were changed, moved, repeated or left out are noticed, and so is a file that was cut short.
 */
public final class FileKey {

    /** Of a piece before it is sealed. */
    static final int PIECE = 64 * 1024;

    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BYTES = 16;

    /** What a sealed file begins with: how it is sealed. */
    private static final byte FORM = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final SecretKey key;
    private boolean fresh;

    private FileKey(byte[] bytes, boolean fresh) {
        this.key = new SecretKeySpec(bytes, "AES");
        this.fresh = fresh;
    }

    /** For a file that is about to be sealed. */
    public static FileKey random() {
        var bytes = new byte[KEY_BYTES];
        RANDOM.nextBytes(bytes);
        return new FileKey(bytes, true);
    }

    /**
     * Of a file that was sealed before.
     *
     * @param text as {@link #text()} said it
     * @throws IllegalArgumentException if it is no key, say since what holds it could not be opened
     */
    public static FileKey of(String text) {
        var bytes = Base64.getUrlDecoder().decode(text);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("No key of a file");
        }
        return new FileKey(bytes, false);
    }

    /** To be sealed by {@link FieldCipher}, and kept nowhere else. */
    public String text() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getEncoded());
    }

    /**
     * Seals what is written; closing it seals the last piece, and closes what is written to.
     *
     * @throws IllegalStateException if the key has sealed a file before
     */
    public OutputStream seal(OutputStream to) throws IOException {
        if (!fresh) {
            throw new IllegalStateException("The key of a file seals one file, once");
        }
        fresh = false;
        to.write(FORM);
        return new Sealing(to);
    }

    /** Opens what is read. Nothing of a piece is handed on before all of it is known to be as it was sealed; else reading fails. */
    public InputStream open(InputStream from) throws IOException {
        if (from.read() != FORM) {
            throw new IOException("Not a sealed file");
        }
        return new Opening(from);
    }

    private byte[] piece(int mode, long number, boolean last, byte[] bytes, int length)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        var nonce = ByteBuffer.allocate(NONCE_BYTES)
                .putLong(number)
                .put(NONCE_BYTES - 1, (byte) (last ? 1 : 0))
                .array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce));
        return cipher.doFinal(bytes, 0, length);
    }

    /** "FileKey", and not a word more. */
    @Override
    public String toString() {
        return "FileKey";
    }

    private final class Sealing extends OutputStream {

        private final OutputStream to;
        private final byte[] piece = new byte[PIECE];
        private int filled;
        private long number;
        private boolean closed;

        Sealing(OutputStream to) {
            this.to = to;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            var at = from;
            var left = length;
            while (left > 0) {
                if (filled == PIECE) {
                    // Only what comes behind it tells that a piece is not the last.
                    put(false);
                }
                var some = Math.min(left, PIECE - filled);
                System.arraycopy(bytes, at, piece, filled, some);
                filled += some;
                at += some;
                left -= some;
            }
        }

        private void put(boolean last) throws IOException {
            try {
                to.write(piece(Cipher.ENCRYPT_MODE, number, last, piece, filled));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("Every Java has AES in the mode GCM", e);
            }
            number++;
            filled = 0;
        }

        @Override
        public void flush() throws IOException {
            to.flush();
        }

        @Override
        public void close() throws IOException {
            if (closed) {
                return;
            }
            closed = true;
            try (to) {
                put(true);
            }
        }
    }

    private final class Opening extends InputStream {

        private final InputStream from;
        private byte[] ahead;
        private byte[] piece = new byte[0];
        private int at;
        private long number;
        private boolean ended;

        Opening(InputStream from) throws IOException {
            this.from = from;
            ahead = from.readNBytes(PIECE + TAG_BYTES);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] into, int start, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            while (at == piece.length) {
                if (ended) {
                    return -1;
                }
                next();
            }
            var some = Math.min(length, piece.length - at);
            System.arraycopy(piece, at, into, start, some);
            at += some;
            return some;
        }

        private void next() throws IOException {
            var sealed = ahead;
            ahead = sealed.length < PIECE + TAG_BYTES ? new byte[0] : from.readNBytes(PIECE + TAG_BYTES);
            ended = ahead.length == 0;
            try {
                piece = piece(Cipher.DECRYPT_MODE, number, ended, sealed, sealed.length);
            } catch (GeneralSecurityException e) {
                throw new IOException("A sealed file was changed or cut short", e);
            }
            number++;
            at = 0;
        }

        @Override
        public void close() throws IOException {
            from.close();
        }
    }
}
