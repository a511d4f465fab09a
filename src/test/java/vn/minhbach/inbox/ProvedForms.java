package vn.minhbach.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.Map;
import org.altcha.altcha.Altcha;
import org.json.JSONObject;
import vn.minhbach.privacy.DataKeys;
import vn.minhbach.privacy.KeyRing;
import vn.minhbach.privacy.Signatures;

/** What a browser does before a form is sent, for tests. */
final class ProvedForms {

    static final String TOKEN = "AAAAAAAAAAAAAAAAAAAAAA";

    private ProvedForms() {}

    static Signatures signatures(String id, int fill) {
        return new Signatures(keys(id + ":" + key(fill)));
    }

    static String key(int fill) {
        var bytes = new byte[32];
        java.util.Arrays.fill(bytes, (byte) fill);
        return Base64.getEncoder().encodeToString(bytes);
    }

    static DataKeys keys(String setting) {
        return DataKeys.of(KeyRing.parse(setting));
    }

    static WorkProofs proofs(Signatures signatures, Clock clock) {
        return new WorkProofs(signatures, clock, 1_000);
    }

    /** Does the work. */
    static String solve(Map<String, Object> given) {
        try {
            var salt = String.valueOf(given.get("salt"));
            var challenge = String.valueOf(given.get("challenge"));
            var solved = Altcha.solveChallenge(
                    challenge,
                    salt,
                    Altcha.Algorithm.SHA256,
                    Long.parseLong(String.valueOf(given.get("maxnumber"))),
                    0);
            return write(new JSONObject()
                    .put("algorithm", "SHA-256")
                    .put("challenge", challenge)
                    .put("number", solved.number)
                    .put("salt", salt)
                    .put("signature", given.get("signature")));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    static JSONObject read(String proof) {
        return new JSONObject(new String(Base64.getDecoder().decode(proof), StandardCharsets.UTF_8));
    }

    static String write(JSONObject proof) {
        return Base64.getEncoder().encodeToString(proof.toString().getBytes(StandardCharsets.UTF_8));
    }
}
