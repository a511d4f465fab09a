package vn.minhbach.account;

/**
 * What the sign-in form shows.
 *
 * @param name what was typed before; the password is never shown again
 * @param action where the form goes; it carries where the reader goes from there
 * @param problem the bundle's key of what went wrong; empty at first
 */
public record SignInPage(String name, String action, String problem) {}
