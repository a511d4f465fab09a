package vn.minhbach.web;

import org.jspecify.annotations.Nullable;

/**
 * A public page with a form, which everybody may send without having signed in: it needs no script, keeps no session and sets no cookie.
 * Its {@link Door} takes {@code POST} and is not cached. That a form comes from a page of the portal is seen by what browsers say of its
 * origin ({@code RequestFilter}), so it carries no token for that.
 *
 * <p>{@link #load()} finds what the page shows, for both methods; then a form that was sent is handed to {@link #take}. What went wrong is
 * shown above the form and at its field, and everything that was typed stands there again.
 */
public interface PublicForm extends PublicPage {

    /**
     * Does what was asked for.
     *
     * @return the place of the portal to which the sender is led (303), without language; null to show the page once more
     */
    @Nullable
    String take(TypedForm typed);
}
