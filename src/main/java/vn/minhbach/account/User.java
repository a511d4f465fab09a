package vn.minhbach.account;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A member of staff who may sign in to the back office. Citizens have no account. */
@Entity
@Table(name = "portal_user")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "portal_user_seq")
    @SequenceGenerator(name = "portal_user_seq", sequenceName = "portal_user_seq", allocationSize = 50)
    private @Nullable Long id;

    @Version
    private long version;

    @NotBlank
    @Size(max = 60)
    @Column(updatable = false)
    private String name = "";

    @NotBlank
    @Size(max = 120)
    @Column(name = "full_name")
    private String fullName = "";

    /** Where links are sent; empty where nobody gave one. */
    @Email
    @Size(max = 254)
    private String email = "";

    /** Empty until its owner has chosen one. */
    @Column(name = "password_hash")
    private String passwordHash = "";

    private boolean active = true;

    @Column(name = "created_at", updatable = false)
    private Instant createdAt = Instant.EPOCH;

    @Column(name = "signed_in_at")
    private @Nullable Instant signedInAt;

    /** Grows whenever everything that the person has open must end. */
    private long stamp;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "portal_assignment", joinColumns = @JoinColumn(name = "user_id"))
    private Set<Assignment> assignments = new HashSet<>();

    protected User() {}

    User(Details details, String passwordHash, Set<Assignment> assignments, Instant createdAt) {
        this.name = details.name();
        this.fullName = details.fullName();
        this.email = details.email();
        this.passwordHash = passwordHash;
        this.assignments = new HashSet<>(assignments);
        this.createdAt = createdAt;
    }

    /**
     * What an administrator writes down of a person.
     *
     * @param name by which they sign in; never changed
     * @param email empty where there is none
     */
    public record Details(String name, String fullName, String email) {}

    public @Nullable Long getId() {
        return id;
    }

    public long getVersion() {
        return version;
    }

    public String getName() {
        return name;
    }

    public String getFullName() {
        return fullName;
    }

    public String getEmail() {
        return email;
    }

    /** When they signed in last; null if they never did. */
    public @Nullable Instant getSignedInAt() {
        return signedInAt;
    }

    /** Whether they have ever chosen a password. */
    public boolean isInvited() {
        return passwordHash.isEmpty();
    }

    /** See {@link Passwords}. */
    String getPasswordHash() {
        return passwordHash;
    }

    public boolean isActive() {
        return active;
    }

    /** What was valid with an earlier stamp is over. */
    long getStamp() {
        return stamp;
    }

    /** Closes the account; whoever is signed in with it is out with their next request. */
    void close() {
        active = false;
        stamp++;
    }

    void reopen() {
        active = true;
    }

    void describe(String fullName, String email) {
        this.fullName = fullName;
        this.email = email;
    }

    void assign(Set<Assignment> given) {
        assignments.retainAll(given);
        assignments.addAll(given);
    }

    /** Whoever is signed in with the account is out, but for those who are let in again. */
    void choosePassword(String hash) {
        passwordHash = hash;
        stamp++;
    }

    public boolean has(Role role) {
        return assignments.stream().anyMatch(each -> each.getRole() == role);
    }

    public Set<Assignment> getAssignments() {
        return Set.copyOf(assignments);
    }
}
