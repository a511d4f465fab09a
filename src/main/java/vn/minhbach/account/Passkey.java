package vn.minhbach.account;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A device, or a keeper of passwords, that shows for its owner who they are: a telephone, a security key. The portal knows its public key
 * only.
 */
@Entity
@Table(name = "account_passkey")
public class Passkey {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_passkey_seq")
    @SequenceGenerator(name = "account_passkey_seq", sequenceName = "account_passkey_seq", allocationSize = 50)
    private @Nullable Long id;

    @ManyToOne(fetch = FetchType.EAGER, optional = false)
    @JoinColumn(name = "user_id")
    private @Nullable User user;

    @Column(name = "credential_id")
    private String credentialId = "";

    @Column(name = "public_key")
    private String publicKey = "";

    @Column(name = "sign_count")
    private long signCount;

    @Column(name = "backup_able")
    private boolean backupAble;

    @Column(name = "backed_up")
    private boolean backedUp;

    private String name = "";

    @Column(name = "made_at")
    private Instant madeAt = Instant.EPOCH;

    @Column(name = "used_at")
    private @Nullable Instant usedAt;

    protected Passkey() {}

    Passkey(User user, PasskeyCheck.NewKey key, String name, Instant madeAt) {
        this.user = user;
        this.credentialId = key.credentialId();
        this.publicKey = key.publicKey();
        this.signCount = key.signCount();
        this.backupAble = key.backupAble();
        this.backedUp = key.backedUp();
        this.name = name;
        this.madeAt = madeAt;
    }

    public long getId() {
        return id == null ? 0 : id;
    }

    User getUser() {
        return Objects.requireNonNull(user);
    }

    String getCredentialId() {
        return credentialId;
    }

    String getPublicKey() {
        return publicKey;
    }

    long getSignCount() {
        return signCount;
    }

    boolean isBackupAble() {
        return backupAble;
    }

    boolean isBackedUp() {
        return backedUp;
    }

    public String getName() {
        return name;
    }

    public Instant getMadeAt() {
        return madeAt;
    }

    /** When it was used last; null if it never was. */
    public @Nullable Instant getUsedAt() {
        return usedAt;
    }

    void use(long counted, Instant at) {
        signCount = counted;
        usedAt = at;
    }
}
