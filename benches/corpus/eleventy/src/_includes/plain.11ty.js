import { page } from "../../page.js";

export default ({ title, page: { url }, content }) => page(title, url, content);
