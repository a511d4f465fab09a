package vn.minhbach.inbox;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A proof of work with which something was sent: with it nothing else is, on whichever node, until it ends to hold by itself. */
@Entity
@Table(name = "inbox_used_proof")
public class UsedProof {

    @Id
    @Column(name = "proof_key")
    private String key = "";

    /** The form that was sent with it. */
    @Column(name = "form_key")
    private String formKey = "";

    @Column(name = "expires_at")
    private Instant expiresAt = Instant.EPOCH;

    protected UsedProof() {}

    UsedProof(String key, String formKey, Instant expiresAt) {
        this.key = key;
        this.formKey = formKey;
        this.expiresAt = expiresAt;
    }

    public String getKey() {
        return key;
    }

    String getFormKey() {
        return formKey;
    }

    Instant getExpiresAt() {
        return expiresAt;
    }
}
