package vn.minhbach.privacy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Base64;
import java.util.LinkedHashMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;

/** Seals as the portal did before values were bound to their rows: nothing but databases from then holds such values. */
public final class FormerSeals {

    private FormerSeals() {}

    /** @param context table and column; behind a colon what else it was bound to then */
    public static String seal(DataKeys keys, String plain, String context) {
        var key = keys.ring().current().orElseThrow();
        var nonce = new byte[12];
        new SecureRandom().nextBytes(nonce);
        try {
            var cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, key.sealing(), new GCMParameterSpec(128, nonce));
            cipher.updateAAD(("e1:" + key.id() + ":" + context).getBytes(StandardCharsets.UTF_8));
            var sealed = cipher.doFinal(plain.getBytes(StandardCharsets.UTF_8));
            return "e1:" + key.id() + ":"
                    + Base64.getUrlEncoder()
                            .withoutPadding()
                            .encodeToString(ByteBuffer.allocate(nonce.length + sealed.length)
                                    .put(nonce)
                                    .put(sealed)
                                    .array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Seals all values of a column as they lay in a database of before. @return how many there are */
    public static int sealAll(Connection connection, DataKeys keys, SealedColumn column) throws SQLException {
        var cipher = new FieldCipher(keys);
        var rows = new LinkedHashMap<Long, SealedValue>();
        try (var result = connection
                .createStatement()
                .executeQuery("select " + column.key() + ", " + column.selected() + " from " + column.table()
                        + " where " + column.column() + " <> ''")) {
            while (result.next()) {
                rows.put(result.getLong(1), column.read(result, 2));
            }
        }
        try (var update = connection.prepareStatement(
                "update " + column.table() + " set " + column.column() + " = ? where " + column.key() + " = ?")) {
            for (var row : rows.entrySet()) {
                var opened = cipher.opened(row.getValue());
                if (!opened.isOpen()) {
                    throw new IllegalStateException(column + " " + opened);
                }
                update.setString(
                        1,
                        seal(
                                keys,
                                opened.text(),
                                column.formerContext(row.getValue().row())));
                update.setLong(2, row.getKey());
                update.executeUpdate();
            }
        }
        return rows.size();
    }
}
